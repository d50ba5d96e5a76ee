import { isLoopback } from './settings/loopback.ts';
import { UsageError } from './input/usage-error.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The variable of that name, in capitals or not; the small one wins, as everywhere. HTTP_PROXY in capitals counts too:
 * nothing here runs as a CGI script, where a client could set it.
 */
const either = (env: Variables, name: string): { name: string; value: string } | undefined => {
  for (const spelling of [name.toLowerCase(), name]) {
    const value = env[spelling]?.trim();
    if (value) return { name: spelling, value };
  }
  return undefined;
};

/** Whether NO_PROXY exempts the URL: `*`, a host, a domain with or without a dot before it, each with a port or not. */
function isExempt(url: URL, list: string): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', own] = /^(\[[^\]]+\]|[^:]+|.*:.*:.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
      if (own !== undefined && own !== port) return false;
      const domain = name.replace(/^\*?\./, '');
      const host = url.hostname.replace(/^\[|\]$/g, '');
      return host === domain.replace(/^\[|\]$/g, '') || host.endsWith(`.${domain}`);
    });
}

/**
 * The proxy that the environment names for a URL, as a URL that may carry credentials; undefined where it is to be
 * reached directly. Loopback always is: what a proxy calls by that name is its own machine. Throws UsageError, which
 * never shows the value, for what is no URL of an HTTP proxy.
 */
export function proxyFor(target: string, env: Variables): string | undefined {
  const url = new URL(target);
  if (isLoopback(target)) return undefined;
  const named = either(env, url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY');
  if (named === undefined || isExempt(url, either(env, 'NO_PROXY')?.value ?? '')) return undefined;
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(named.value) ? named.value : `http://${named.value}`;
  const proxy = URL.canParse(text) ? new URL(text) : undefined;
  if (proxy === undefined || !['http:', 'https:'].includes(proxy.protocol) || proxy.hostname === '') {
    throw new UsageError(`${named.name} names no HTTP proxy: expected a URL such as http://proxy.example.com:3128`);
  }
  return proxy.href;
}
