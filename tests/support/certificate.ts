import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A key and a certificate that vouches for itself, as PEM. */
export interface Certificate {
  key: string
  cert: string
}

/**
 * A certificate for this machine (127.0.0.1), made here and now, valid from yesterday until tomorrow. X.509 v3 by RFC 5280,
 * as far as one client needs it; Node can read such a thing and has no way to make one.
 */
export function ownCertificate(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(oid('550403'), utf8('mail.test'))))
  const dayMs = 24 * 60 * 60 * 1000
  const validity = sequence(time(Date.now() - dayMs), time(Date.now() + dayMs))
  const algorithm = sequence(oid('2a8648ce3d040302'))
  // Itself the authority that vouches for it
  const basic = extension('551d13', sequence(boolean(true)), true)
  const address = extension('551d11', sequence(tagged(0x87, Buffer.from([127, 0, 0, 1]))))
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(basic, address)),
  )
  const signature = sign('sha256', body, privateKey)
  const der = sequence(body, algorithm, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(der),
  }
}

/** An empty line at its end, where the last one is full, is no PEM to OpenSSL. */
const pem = (der: Buffer) =>
  [
    '-----BEGIN CERTIFICATE-----',
    ...der.toString('base64').match(/.{1,64}/g)!,
    '-----END CERTIFICATE-----',
    '',
  ].join('\n')

/** One value of ASN.1 in DER: tag, length, content. */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size =
    length < 0x80
      ? [length]
      : length < 0x100
        ? [0x81, length]
        : [0x82, Math.floor(length / 0x100), length % 0x100]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: Buffer[]) => tagged(0x30, Buffer.concat(parts))
const set = (...parts: Buffer[]) => tagged(0x31, Buffer.concat(parts))
const integer = (bytes: Buffer) => tagged(0x02, bytes)
const boolean = (value: boolean) => tagged(0x01, Buffer.from([value ? 0xff : 0]))
const oid = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'))
const utf8 = (text: string) => tagged(0x0c, Buffer.from(text))
const extension = (id: string, value: Buffer, critical = false) =>
  sequence(oid(id), ...(critical ? [boolean(true)] : []), tagged(0x04, value))

/** `YYMMDDhhmmssZ`. */
const time = (atMs: number) =>
  tagged(0x17, Buffer.from(`${new Date(atMs).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))
