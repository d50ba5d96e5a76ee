import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { header, type Header } from '../../wire/http.ts';
import { NetworkFault } from '../types.ts';

type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;
const unzip: Decoder = promisify(gunzip);
const decoders: Readonly<Record<string, Decoder>> = {
  gzip: unzip,
  'x-gzip': unzip,
  // Some servers send `deflate` without the zlib header that RFC 9110 wants; its first byte has a low half of 8.
  deflate: (bytes, options) => promisify(((bytes[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(bytes, options),
  br: promisify(brotliDecompress),
};

/** Nobody needs more than one; each costs time that no clock bounds. */
const mostCodings = 3;

/** The bytes of a body without their content codings; at most `limit` bytes. Throws where they cannot be undone. */
export async function decoded(bytes: Buffer, headers: readonly Header[], limit: number): Promise<Buffer> {
  const codings =
    header(headers, 'content-encoding')
      ?.toLowerCase()
      .split(',')
      .map((one) => one.trim()) ?? [];
  if (codings.length > mostCodings) {
    throw new NetworkFault('protocol', `the answer is encoded ${codings.length} times over`);
  }
  let plain = bytes;
  for (const coding of codings.toReversed()) {
    const decoder = decoders[coding];
    if (decoder && plain.length > 0) plain = await decoder(plain, { maxOutputLength: limit });
    else if (!decoder && coding !== 'identity' && coding !== '') {
      throw new NetworkFault('protocol', `the answer has a Content-Encoding that was not asked for: ${coding}`);
    }
  }
  return plain;
}
