import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

interface ReceivedMail {
  to: string[]
  /** Header and body as they came over the line, and both decoded. */
  raw: string
  subject: string
  text: string
}

/** A mail server on this machine (RFC 5321, as far as one client needs it) that keeps what it gets. */
export class MailServer {
  readonly received: ReceivedMail[] = []
  /** Refuses every recipient for now, as a server does that has no room. */
  isBusy = false
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor() {
    this.#server = createServer((socket) => this.#talk(socket))
  }

  static async open(): Promise<MailServer> {
    const server = new MailServer()
    server.#server.listen(0, '127.0.0.1')
    await once(server.#server, 'listening')
    return server
  }

  get url(): URL {
    return new URL(`smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`)
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.setEncoding('utf8')
    socket.write('220 mail.test ESMTP\r\n')
    let [pending, letter, to] = ['', null as string | null, [] as string[]]
    const answer = (line: string) => {
      const [verb] = line.toUpperCase().split(/[ :]/)
      if (verb === 'EHLO' || verb === 'HELO') return '250 mail.test'
      if (verb === 'RCPT' && this.isBusy) return '451 try again later'
      if (verb === 'RCPT') to.push(/<([^>]*)>/.exec(line)?.[1] ?? '')
      if (verb === 'DATA') {
        letter = ''
        return '354 go on'
      }
      return verb === 'QUIT' ? '221 bye' : '250 ok'
    }
    socket.on('data', (chunk: string) => {
      pending += chunk
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        if (letter === null) socket.write(`${answer(line)}\r\n`)
        else if (line !== '.') letter += `${line.replace(/^\./, '')}\r\n`
        else {
          this.received.push({ to, raw: letter, ...readLetter(letter) })
          ;[letter, to] = [null, []]
          socket.write('250 taken\r\n')
        }
      }
    })
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
