import { describe, test } from 'node:test';
import { judgeIsEntity, judgeNoDeadEnd, judgeOnlySelf, judgeOwnUrl, judgeRelated } from '../../src/checks/links/link-claims.ts';
import { judgeOrigin } from '../../src/checks/links/links.ts';
import { judgeSelf } from '../../src/checks/links/self.ts';
import {
  base,
  exchange,
  fails,
  id,
  list,
  page,
  passes,
  passesWithFinding,
  refused,
  seesNothing,
  self,
  team,
  teamAnswer,
} from '../support/made-exchanges.ts';

const followed = { from: '/api/public/v1.0', rel: 'groups' };
const refusedWith = (status: number) => refused({ error: status }, { status });

describe('a followed link', () => {
  test('that brings something is no dead end', () => {
    for (const status of [200, 204, 302]) passes(judgeNoDeadEnd(exchange({ status }), followed));
  });

  test('to what is missing, cannot be read or fails is one', () => {
    for (const status of [404, 405, 410, 500, 503]) fails(judgeNoDeadEnd(refusedWith(status), followed), 'status');
  });

  test('to what the caller may not see tells nothing', () => {
    for (const status of [401, 403, 429]) seesNothing(judgeNoDeadEnd(refusedWith(status), followed));
  });

  test('brings the listed entity', () => {
    passes(judgeIsEntity(teamAnswer(), team()));
    passes(judgeIsEntity(exchange({ path: '/x?envelope=true', body: { status: 200, content: team() } }), team()));
  });

  test('brings another entity, or none', () => {
    fails(judgeIsEntity(teamAnswer({ id: `${id.slice(1)}0` }), team()), '/id');
    fails(judgeIsEntity(list(), team()), '/id');
    fails(judgeIsEntity(refused(), team()), 'status');
    fails(judgeIsEntity(exchange({ text: '<html>' }), team()), '/id');
  });

  test('of an entity without an id, or to a closed door, tells nothing', () => {
    seesNothing(judgeIsEntity(teamAnswer(), { cidrBlock: '10.0.0.0/8' }));
    seesNothing(judgeIsEntity(refusedWith(401), team()));
  });
});

describe('the link self', () => {
  test('is the URL that was asked for', () => {
    passes(judgeOwnUrl(teamAnswer()));
    const proxied = team({ links: [{ rel: 'self', href: `http://inside:8080/api/public/v1.0/orgs/x/teams/${id}` }] });
    passesWithFinding(judgeOwnUrl(exchange({ path: `/orgs/x/teams/${id}`, body: proxied })));
  });

  test('is another URL', () => {
    fails(judgeOwnUrl(teamAnswer({ links: [self('/orgs/x/teams')] })), '/links');
  });

  test('that is missing is seen by another judge', () => {
    seesNothing(judgeOwnUrl(teamAnswer({ links: [{ rel: 'org', href: 'https://om.example.com/api/public/v1.0/orgs/x' }] })));
  });
});

describe('links to what is related', () => {
  const related = (...rels: string[]) =>
    team({ links: ['self', ...rels].map((rel) => ({ ...self(`/orgs/x/teams/${id}`), rel })) });
  const alone = (...rels: string[]) => exchange({ path: `/orgs/x/teams/${id}`, body: related(...rels) });
  const listed = (path: string, ...rels: string[]) => list({ results: [team(), related(...rels)] }, { path });

  test('are there', () => {
    passes(judgeRelated(alone('http://mms.mongodb.com/group'), ['http://mms.mongodb.com/group']));
    passesWithFinding(judgeRelated(alone('http://mms.mongodb.com/cluster'), ['http://mms.mongodb.com/group']));
  });

  test('are missing', () => {
    fails(judgeRelated(alone(), ['http://mms.mongodb.com/group']), '/links');
    fails(judgeRelated(teamAnswer({ links: undefined }), ['http://mms.mongodb.com/group']), '/links');
    fails(judgeRelated(refused(), ['http://mms.mongodb.com/group']), '');
  });

  test('are left out in a list', () => {
    passes(judgeOnlySelf(listed('/orgs/x/teams')));
    fails(judgeOnlySelf(listed('/orgs/x/teams', 'http://mms.mongodb.com/org')), '/results/1/links');
  });

  test('are shown with listed users by their own page, and say nothing outside of lists', () => {
    seesNothing(judgeOnlySelf(listed('/orgs/x/users', 'http://mms.mongodb.com/accessList')));
    seesNothing(judgeOnlySelf(alone('http://mms.mongodb.com/group')));
  });
});

function selfAt(path: string, href: string) {
  return judgeSelf(exchange({ path, body: team({ links: [{ rel: 'self', href }] }) }));
}

describe('links', () => {
  test('self names what was asked for', () => {
    passes(selfAt(`/orgs/x/teams/${id}?pretty=true`, `${base}/orgs/x/teams/${id}`));
    passes(selfAt(`/groups/x/hosts/y`, 'http://other.example.com/api/public/v1.0/projects/x/hosts/y/'));
    passes(selfAt('/groups/byName/My%20Shop', `${base}/groups/${id}`));
    passes(selfAt(`/groups/x/apiKeys/${id}`, `${base}/orgs/y/apiKeys/${id}`));
    passes(selfAt('/users/u/whitelist/192.0.2.1', `${base}/users/u/accessList/192.0.2.1`));
    fails(selfAt('/groups/byName/shop', `${base}/groups/byName/shop2`));
    fails(selfAt(`/groups/x/hosts/y`, `${base}/groups/x/hosts/z`));
    fails(selfAt(`/groups/x/hosts/y`, `${base}/groups/x/hosts`));
    passesWithFinding(selfAt('/groups/x/hosts/y?a=1', `${base}/groups/x/hosts/y`));
    seesNothing(judgeSelf(teamAnswer({}, { method: 'POST', status: 201 })));
  });
  test('self of a list names the page', () => {
    passes(judgeSelf(page('', 3, 3, [['self', '?pretty=true&pageNum=1&itemsPerPage=100']])));
    fails(judgeSelf(page('?pageNum=2', 3, 3, [['self', '']])));
    passesWithFinding(judgeSelf(page('?name=a', 3, 3, [['self', '']])));
  });
  test('another origin is a finding', () => {
    passes(judgeOrigin(teamAnswer()));
    passesWithFinding(judgeOrigin(teamAnswer({ links: [{ rel: 'self', href: 'http://inside:8080/x' }] })));
  });
});
