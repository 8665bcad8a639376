import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { StringDecoder } from 'node:string_decoder'
import { TLSSocket } from 'node:tls'
import type { Certificate } from './certificate.ts'

interface ReceivedMail {
  to: string[]
  /** Header and body as they came over the line, and both decoded. */
  raw: string
  subject: string
  text: string
  isEncrypted: boolean
}

interface MailServerOptions {
  /** `offered`: by STARTTLS (RFC 3207); `always`: from the first byte. */
  tls?: 'offered' | 'always'
  certificate?: Certificate
  /** Asks for a name and a password, however it is talked to. */
  wantsLogin?: boolean
}

/** A mail server on this machine (RFC 5321, as far as one client needs it) that keeps what it gets. */
export class MailServer {
  readonly received: ReceivedMail[] = []
  /** Every command, and whether anybody on the way could have read it. */
  readonly said: { line: string; isEncrypted: boolean }[] = []
  /** Refuses every recipient for now, as a server does that has no room. */
  isBusy = false
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #options: MailServerOptions

  private constructor(options: MailServerOptions) {
    this.#options = options
    this.#server = createServer((socket) => {
      this.#keep(socket)
      if (options.tls === 'always') this.#talk(this.#encrypted(socket), 'greet')
      else this.#talk(socket, 'greet')
    })
  }

  static async open(options: MailServerOptions = {}): Promise<MailServer> {
    const server = new MailServer(options)
    server.#server.listen(0, '127.0.0.1')
    await once(server.#server, 'listening')
    return server
  }

  get url(): URL {
    const scheme = this.#options.tls === 'always' ? 'smtps' : 'smtp'
    return new URL(`${scheme}://127.0.0.1:${(this.#server.address() as AddressInfo).port}`)
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  }

  #encrypted(socket: Socket): TLSSocket {
    const encrypted = new TLSSocket(socket, { isServer: true, ...this.#options.certificate })
    this.#keep(encrypted)
    return encrypted
  }

  #talk(socket: Socket, begin: 'greet' | 'goOn'): void {
    const isEncrypted = socket instanceof TLSSocket
    const decoder = new StringDecoder('utf8')
    if (begin === 'greet') socket.write('220 mail.test ESMTP\r\n')
    let [pending, letter, to] = ['', null as string | null, [] as string[]]
    const abilities = [
      'mail.test',
      ...(this.#options.tls === 'offered' && !isEncrypted ? ['STARTTLS'] : []),
      ...(this.#options.wantsLogin ? ['AUTH PLAIN'] : []),
    ]
    const answer = (line: string) => {
      const [verb] = line.toUpperCase().split(/[ :]/)
      if (verb === 'EHLO')
        return abilities.map((word, n) => `250${n + 1 < abilities.length ? '-' : ' '}${word}`).join('\r\n')
      if (verb === 'AUTH') return '235 welcome'
      if (verb === 'RCPT' && this.isBusy) return '451 try again later'
      if (verb === 'RCPT') to.push(/<([^>]*)>/.exec(line)?.[1] ?? '')
      if (verb === 'DATA') {
        letter = ''
        return '354 go on'
      }
      return verb === 'QUIT' ? '221 bye' : '250 ok'
    }
    const take = (line: string) => {
      if (letter === null) {
        this.said.push({ line, isEncrypted })
        socket.write(`${answer(line)}\r\n`)
      } else if (line !== '.') letter += `${line.replace(/^\./, '')}\r\n`
      else {
        this.received.push({ to, raw: letter, ...readLetter(letter), isEncrypted })
        ;[letter, to] = [null, []]
        socket.write('250 taken\r\n')
      }
    }
    const read = (chunk: Buffer) => {
      pending += decoder.write(chunk)
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        if (letter === null && !isEncrypted && /^STARTTLS$/i.test(line)) {
          // What comes now is no line any more
          socket.off('data', read)
          socket.write('220 go on\r\n')
          return this.#talk(this.#encrypted(socket), 'goOn')
        }
        take(line)
      }
    }
    socket.on('data', read)
  }
}

function readLetter(raw: string): { subject: string; text: string } {
  const at = raw.indexOf('\r\n\r\n')
  const header = raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ')
  const body = raw.slice(at + 4)
  const subject = /^Subject: (.*)$/m.exec(header)?.[1] ?? ''
  const isPrintable = /^Content-Transfer-Encoding: quoted-printable/im.test(header)
  const isBase64 = /^Content-Transfer-Encoding: base64/im.test(header)
  const text = isBase64 ? Buffer.from(body, 'base64').toString() : isPrintable ? unquoted(body) : body
  return { subject: decodedWords(subject), text: text.replaceAll('\r\n', '\n') }
}

/** Quoted-printable, RFC 2045. */
function unquoted(text: string): string {
  const octets = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(octets, 'latin1').toString()
}

/** Encoded words, RFC 2047. */
const decodedWords = (text: string) =>
  text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, words: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(words, 'base64').toString()
        : unquoted(words.replaceAll('_', ' ')),
    )
