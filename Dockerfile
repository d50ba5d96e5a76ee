# The command, in a small image: docker run omconform run --target …; compose.yaml has the mock, which listens on loopback, beside a run.
FROM node:22-alpine AS build
WORKDIR /build
COPY . .
RUN npm ci && npm pack --pack-destination /tmp && mv /tmp/omconform-*.tgz /tmp/omconform.tgz

FROM node:22-alpine
COPY --from=build /tmp/omconform.tgz /tmp/
RUN npm install --global --no-audit --no-fund /tmp/omconform.tgz && rm /tmp/omconform.tgz && npm cache clean --force
RUN mkdir /shared && chown node /shared
USER node
WORKDIR /home/node
HEALTHCHECK CMD node -e "fetch('http://127.0.0.1:8080/api/public/v1.0/groups').then(({ status }) => process.exit(status === 401 ? 0 : 1))"
ENTRYPOINT ["omconform"]
CMD ["mock", "--port", "8080"]
