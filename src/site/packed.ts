import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib'

/** As small as gzip makes it. The same bytes on every system: the one that names the system says "unknown". */
export function gzipped(bytes: Uint8Array): Buffer {
  return nameless(gzipSync(bytes, best))
}

/** The smaller forms of a file that are worth a file of their own, by what is added to its name. */
export async function smallerForms(bytes: Uint8Array): Promise<readonly [string, Uint8Array][]> {
  const [brotli, zipped] = await Promise.all([compressBrotli(bytes), compressGzip(bytes)])
  const forms: [string, Uint8Array][] = [
    ['.br', brotli],
    ['.gz', nameless(zipped)],
  ]
  return forms.filter(([, form]) => form.length < bytes.length * worth)
}

const worth = 0.9
const best = { level: 9 }
const compressGzip = (bytes: Uint8Array) => promisify(gzip)(bytes, best)

/** The best quality is worth its time while a file is small; then it takes seconds for each megabyte. */
function compressBrotli(bytes: Uint8Array): Promise<Buffer> {
  const quality = bytes.length <= 1 << 20 ? 11 : 9
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}

function nameless(zipped: Buffer): Buffer {
  zipped[9] = 255
  return zipped
}
