import { BlockList, isIP } from 'node:net'

/** One entry of the operator's list of hosts. */
export interface AllowedHost {
  /** As it was written. */
  text: string
  protocol: 'https:' | 'http:'
  /** In the form of `URL.hostname`. */
  hostname: string
  port: number
  /** Where its address has to be; null: on the public internet. */
  network: Network | null
}

interface Network {
  address: string
  bits: number
  family: 'ipv4' | 'ipv6'
}

/**
 * `sitzung.example.org`, `sitzung.example.org:8443`, for a private network `sitzung.stadt.local@10.20.0.0/16`, and for trying
 * things out on this machine `http://localhost:9000`. Undefined for anything else.
 */
export function readAllowedHost(text: string): AllowedHost | undefined {
  const [place = '', range, ...rest] = text.split('@')
  if (rest.length > 0 || /[\s/?#]/.test(place.replace(/^https?:\/\//, ''))) return undefined
  const address = /^https?:\/\//.test(place) ? place : `https://${place}`
  if (!URL.canParse(address)) return undefined
  const { protocol, hostname, port } = new URL(address)
  const network = range === undefined ? null : readNetwork(range)
  if (!/^([\w.-]+|\[[\da-f:.]+\])$/.test(hostname) || network === undefined) return undefined
  if (protocol === 'https:') return { text, protocol, hostname, port: Number(port || 443), network }
  const loopback = loopbackOf(hostname)
  if (protocol !== 'http:' || !loopback || network) return undefined
  return { text, protocol, hostname, port: Number(port || 80), network: loopback }
}

function loopbackOf(hostname: string): Network | null {
  if (hostname === '[::1]') return { address: '::1', bits: 128, family: 'ipv6' }
  const isHere = hostname === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
  return isHere ? { address: '127.0.0.0', bits: 8, family: 'ipv4' } : null
}

function readNetwork(text: string): Network | undefined {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return undefined
  const [family, most] = version === 4 ? (['ipv4', 32] as const) : (['ipv6', 128] as const)
  if (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)) return undefined
  return { address, bits: bits === undefined ? most : Number(bits), family }
}

export const allowedHostOf = (hosts: readonly AllowedHost[], url: URL): AllowedHost | undefined =>
  hosts.find(
    ({ protocol, hostname, port }) =>
      url.protocol === protocol &&
      url.hostname === hostname &&
      Number(url.port || (protocol === 'https:' ? 443 : 80)) === port,
  )

/** Whether a host may be reached at the address that its name led to. */
export function mayBeAt({ network }: AllowedHost, address: string): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (!network) return isPublic(address, family)
  const allowed = new BlockList()
  allowed.addSubnet(network.address, network.bits, network.family)
  return allowed.check(address, family)
}

/** Networks that are not the internet: RFC 6890 and its registries, as of 2026. */
const special = new BlockList()
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(address, bits, 'ipv4')
// Of IPv6 only what is given out, and of that nothing that wraps an IPv4 address
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(address, bits, 'ipv6')

function isPublic(address: string, family: 'ipv4' | 'ipv6'): boolean {
  if (family === 'ipv6' && !givenOut.check(address, family)) return false
  return !special.check(address, family)
}
