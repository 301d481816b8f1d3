import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Bytes under a name. They never change: what is new is a new asset. */
export interface Asset {
  readonly mediaType: string
  /** 16 digits that no other bytes under this name have: of the SHA-256 of the plain ones, or of their parts. */
  readonly hash: string
  /** The same content in each encoding, the smallest first and the plain one last. */
  readonly forms: readonly [...Form[], Form]
}

export interface Form {
  readonly encoding: 'br' | 'gzip' | 'identity'
  /** Strong, so each form has its own. */
  readonly etag: string
  readonly bytes: Buffer
}

export function plainAsset(mediaType: string, bytes: Buffer): Asset {
  return namedAsset(mediaType, createHash('sha256').update(bytes).digest('hex').slice(0, 16), bytes)
}

/** One whose hash is known without a look at the bytes. */
export function namedAsset(mediaType: string, hash: string, bytes: Buffer): Asset {
  return { mediaType, hash, forms: [{ encoding: 'identity', etag: `"${hash}"`, bytes }] }
}

/** The asset with a smaller form for each encoding that makes it smaller. */
export async function compressAsset({ mediaType, hash, forms }: Asset): Promise<Asset> {
  const plain = plainForm(forms)
  const [brotli, gzipped] = await Promise.all([compressBrotli(plain.bytes), gzipBytes(plain.bytes)])
  const smaller = [
    { encoding: 'br', etag: `"${hash}-br"`, bytes: brotli } as const,
    { encoding: 'gzip', etag: `"${hash}-gzip"`, bytes: gzipped } as const,
  ]
    .filter(({ bytes }) => bytes.length < plain.bytes.length)
    .sort((a, b) => a.bytes.length - b.bytes.length)
  return { mediaType, hash, forms: [...smaller, plain] }
}

/** The first form that the client takes; the plain one when it takes none of the others. */
export function chooseForm({ forms }: Asset, acceptEncoding: string): Form {
  const accepted = acceptedEncodings(acceptEncoding)
  const takes = ({ encoding }: Form) => accepted.get(encoding) ?? accepted.get('*') ?? false
  return forms.slice(0, -1).find(takes) ?? plainForm(forms)
}

const gzipBytes = promisify(gzip)

/** Quality 4 costs a tenth of the default's time and gives most of its gain. */
function compressBrotli(bytes: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
}

function plainForm(forms: Asset['forms']): Form {
  return forms[forms.length - 1] as Form
}

/** What `Accept-Encoding` allows and what it forbids with `q=0`. */
function acceptedEncodings(acceptEncoding: string): ReadonlyMap<string, boolean> {
  return new Map(
    acceptEncoding.split(',').map((item) => {
      const [encoding = '', ...parameters] = item.split(';')
      const refused = parameters.some((parameter) => /^\s*q\s*=\s*0(\.0*)?\s*$/i.test(parameter))
      return [encoding.trim().toLowerCase(), !refused]
    }),
  )
}
