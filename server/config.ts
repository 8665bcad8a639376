import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import { isTimeZone } from '#shared/base/wall-clock.ts'
import { readAllowedHost, type AllowedHost } from '#server/base/allowed-hosts.ts'

/** What the operator decides. Made from environment variables by `readConfig`. */
export interface Config {
  port: number
  host: string
  /** Absolute path of the one folder that holds everything worth keeping. */
  dataFolder: string
  /** Address under which people reach the installation; null: the one they happen to use. */
  publicUrl: URL | null
  /** Proxies whose word about the caller's address and host is believed. */
  trustedProxies: string[]
  logLevel: LogLevel
  tldrawLicenseKey: string | null
  /** Texts of a public body on its own site; null: a file in the data folder, if there is one. */
  imprintUrl: string | null
  privacyUrl: string | null
  accessibilityUrl: string | null
  /** Base address of a service that knows what texts mean; null: none is asked. */
  embeddingsUrl: URL | null
  embeddingsModel: string
  embeddingsKey: string | null
  /** The server that takes mail; null: none is sent. */
  smtpUrl: URL | null
  /** Sender of mails; '' where none are sent. */
  mailFrom: string
  /** Where mails and calendars have their hours. */
  timeZone: string
  /** The hour of the day at which reminders go out. */
  reminderHour: number
  /** Whether workshops may publish solution profiles to everybody. */
  gallery: boolean
  /** Where messages to other systems may go; empty: nowhere. */
  webhookHosts: AllowedHost[]
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

/** One row of the option table. `read` answers undefined for a value that is not allowed. */
interface Option<Value> {
  env: string
  /** As the operator would write it; empty: not set. */
  default: string
  allowed: Wording
  help: Wording
  /** Never shown again, not even when it is wrong. */
  secret?: true
  read: (text: string) => Value | undefined
}

interface Wording {
  de: string
  en: string
}

/** The one option table: environment, `--help` and `docs/operations.md` come from it. */
export const options: { [Name in keyof Config]: Option<Config[Name]> } = {
  port: {
    env: 'PORT',
    default: '3000',
    allowed: { de: 'ganze Zahl von 0 bis 65535', en: 'a whole number from 0 to 65535' },
    help: {
      de: 'Port, auf dem Werkraum erreichbar ist. 0 wählt einen freien.',
      en: 'Port that Werkraum listens on. 0 picks a free one.',
    },
    read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  },
  host: {
    env: 'HOST',
    default: '0.0.0.0',
    allowed: {
      de: 'IP-Adresse dieses Rechners oder localhost',
      en: 'an IP address of this machine, or localhost',
    },
    help: {
      de: 'Netzadresse, auf der Werkraum lauscht. Mit 127.0.0.1 ist es nur auf diesem Rechner erreichbar, etwa hinter einem Proxy.',
      en: 'Network address to listen on. With 127.0.0.1 only this machine reaches it, for instance through a proxy.',
    },
    read: (text) => (isIP(text) || text === 'localhost' ? text : undefined),
  },
  dataFolder: {
    env: 'WERKRAUM_DATA',
    default: './data',
    allowed: { de: 'Pfad eines beschreibbaren Ordners', en: 'path of a writable folder' },
    help: {
      de: 'Ordner für alles, was aufzuheben ist: Menschen, Werkstätten, Bilder, Dokumente.',
      en: 'Folder for everything worth keeping: people, workshops, images, documents.',
    },
    read: (text) => (text === '' ? undefined : resolve(text)),
  },
  publicUrl: {
    env: 'WERKRAUM_PUBLIC_URL',
    default: '',
    allowed: {
      de: 'Adresse mit http:// oder https://, ohne Pfad; Werkraum braucht einen eigenen Namen (werkraum.example.org), keinen Unterordner',
      en: 'an address with http:// or https://, without a path; Werkraum needs a name of its own (werkraum.example.org), not a sub-folder',
    },
    help: {
      de: 'Adresse, unter der Menschen Werkraum im Browser öffnen. Mit https:// werden Anmeldungen nur noch verschlüsselt übertragen.',
      en: 'Address under which people open Werkraum in the browser. With https:// logins travel encrypted only.',
    },
    read: readPublicUrl,
  },
  trustedProxies: {
    env: 'WERKRAUM_TRUST_PROXY',
    default: '',
    allowed: {
      de: 'IP-Adressen oder Bereiche mit Komma getrennt, oder loopback, linklocal, uniquelocal',
      en: 'IP addresses or ranges separated by commas, or loopback, linklocal, uniquelocal',
    },
    help: {
      de: 'Proxys, deren Angaben über Absender und Adresse (X-Forwarded-…) gelten. Ohne Proxy leer lassen.',
      en: 'Proxies whose word about sender and host (X-Forwarded-…) is taken. Leave empty without a proxy.',
    },
    read: readProxies,
  },
  logLevel: {
    env: 'WERKRAUM_LOG_LEVEL',
    default: 'info',
    allowed: { de: logLevels.join(', '), en: logLevels.join(', ') },
    help: {
      de: 'Wie viel protokolliert wird; in einem Terminal ohne Angabe nur warn. Was Menschen schreiben, steht nie im Protokoll.',
      en: 'How much is logged; in a terminal only warn unless it is set. What people write is never in the log.',
    },
    read: (text) => logLevels.find((level) => level === text),
  },
  tldrawLicenseKey: {
    env: 'WERKRAUM_TLDRAW_LICENSE_KEY',
    secret: true,
    default: '',
    allowed: { de: 'Schlüssel von tldraw', en: 'a key from tldraw' },
    help: {
      de: 'Lizenzschlüssel für die Zeichenfläche. Ohne ihn zeigt sie unten rechts ihr Zeichen; alles funktioniert.',
      en: 'Licence key of the canvas. Without it the canvas shows its mark bottom right; everything works.',
    },
    read: (text) => (text === '' ? null : /^[\x21-\x7e]+$/.test(text) ? text : undefined),
  },
  imprintUrl: publicText('WERKRAUM_IMPRINT_URL', 'das Impressum', 'imprint', 'impressum.md'),
  privacyUrl: publicText(
    'WERKRAUM_PRIVACY_URL',
    'die Datenschutzerklärung',
    'privacy notice',
    'datenschutz.md',
  ),
  accessibilityUrl: publicText(
    'WERKRAUM_ACCESSIBILITY_URL',
    'die Erklärung zur Barrierefreiheit',
    'accessibility statement',
    'barrierefreiheit.md',
  ),
  embeddingsUrl: {
    env: 'WERKRAUM_EMBEDDINGS_URL',
    default: '',
    allowed: {
      de: 'Adresse mit http:// oder https://, zum Beispiel http://localhost:11434/v1',
      en: 'an address with http:// or https://, for example http://localhost:11434/v1',
    },
    help: {
      de: 'Dienst mit OpenAI-kompatiblem /embeddings, der Karten nach ihrer Bedeutung zum Gruppieren vorschlägt. Ohne Angabe verlässt kein Wort den Server.',
      en: 'Service with an OpenAI-compatible /embeddings that proposes cards to be grouped by what they mean. Unset, no word leaves the server.',
    },
    read: (text) => {
      const address = readWebAddress(text)
      return typeof address === 'string' ? new URL(address) : address
    },
  },
  embeddingsModel: {
    env: 'WERKRAUM_EMBEDDINGS_MODEL',
    default: 'bge-m3',
    allowed: { de: 'Name eines Modells', en: 'the name of a model' },
    help: {
      de: 'Modell, nach dem dieser Dienst gefragt wird. Es muss Deutsch können.',
      en: 'Model that this service is asked for. It has to know German.',
    },
    read: (text) => (/^[\x21-\x7e]{1,120}$/.test(text) ? text : undefined),
  },
  embeddingsKey: {
    env: 'WERKRAUM_EMBEDDINGS_KEY',
    secret: true,
    default: '',
    allowed: { de: 'Schlüssel des Dienstes', en: 'a key of the service' },
    help: {
      de: 'Schlüssel für diesen Dienst, falls er einen verlangt.',
      en: 'Key for this service, if it asks for one.',
    },
    read: (text) => (text === '' ? null : /^[\x21-\x7e]+$/.test(text) ? text : undefined),
  },
  smtpUrl: {
    env: 'WERKRAUM_SMTP_URL',
    secret: true,
    default: '',
    allowed: {
      de: 'Adresse mit smtp:// oder smtps://, zum Beispiel smtp://benutzer:passwort@mail.example.org:587; verlangt auch WERKRAUM_MAIL_FROM und WERKRAUM_PUBLIC_URL',
      en: 'an address with smtp:// or smtps://, for example smtp://user:password@mail.example.org:587; needs WERKRAUM_MAIL_FROM and WERKRAUM_PUBLIC_URL as well',
    },
    help: {
      de: 'Mailserver für die tägliche Erinnerung, die Menschen für sich bestellen können. Ohne Angabe geht keine Mail hinaus.',
      en: 'Mail server for the daily reminder that people can ask for. Unset, no mail goes out.',
    },
    read: readSmtpUrl,
  },
  mailFrom: {
    env: 'WERKRAUM_MAIL_FROM',
    default: '',
    allowed: {
      de: 'Mailadresse, auch mit Namen: Werkraum <werkraum@example.org>',
      en: 'a mail address, with a name as well: Werkraum <werkraum@example.org>',
    },
    help: { de: 'Absender dieser Mails.', en: 'Sender of these mails.' },
    read: (text) =>
      text === '' || /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text) ? text : undefined,
  },
  timeZone: {
    env: 'WERKRAUM_TIME_ZONE',
    default: 'Europe/Berlin',
    allowed: { de: 'Name einer Zeitzone', en: 'the name of a time zone' },
    help: {
      de: 'Zeitzone, in der Erinnerungen hinausgehen und Kalender ihre Termine nennen.',
      en: 'Time zone in which reminders go out and calendars name their dates.',
    },
    read: (text) => (isTimeZone(text) ? text : undefined),
  },
  reminderHour: {
    env: 'WERKRAUM_REMINDER_HOUR',
    default: '7',
    allowed: { de: 'ganze Zahl von 0 bis 23', en: 'a whole number from 0 to 23' },
    help: {
      de: 'Stunde des Tages, zu der die tägliche Erinnerung hinausgeht.',
      en: 'Hour of the day at which the daily reminder goes out.',
    },
    read: (text) => (/^\d{1,2}$/.test(text) && Number(text) <= 23 ? Number(text) : undefined),
  },
  gallery: {
    env: 'WERKRAUM_GALLERY',
    default: 'off',
    allowed: { de: 'on oder off', en: 'on or off' },
    help: {
      de: 'Öffentliche Galerie unter /galerie: Mit on dürfen Moderator:innen freigegebene Lösungssteckbriefe für alle im Netz lesbar machen.',
      en: 'Public gallery at /galerie: with on, moderators may make released solution profiles readable for everybody on the net.',
    },
    read: (text) => (text === 'on' ? true : text === 'off' ? false : undefined),
  },
  webhookHosts: {
    env: 'WERKRAUM_WEBHOOK_HOSTS',
    default: '',
    allowed: {
      de: 'Namen mit Komma getrennt, auch mit Port: rat.example.org:8443; im eigenen Netz mit dessen Bereich: rat.stadt.local@10.20.0.0/16; zum Ausprobieren http://localhost:9000',
      en: 'names separated by commas, with a port if need be: council.example.org:8443; in a network of your own with its range: council.town.local@10.20.0.0/16; to try things out http://localhost:9000',
    },
    help: {
      de: 'Gegenstellen, denen Werkraum per Webhook melden darf, was geschieht. Ohne Angabe meldet es niemandem etwas.',
      en: 'Hosts that Werkraum may tell by webhook what happens. Unset, it tells nobody anything.',
    },
    read: readHosts,
  },
}

/** A text that every view links to: on the operator's own site, or a file in the data folder. */
function publicText(env: string, de: string, en: string, file: string): Option<string | null> {
  return {
    env,
    default: '',
    allowed: { de: 'Adresse mit http:// oder https://', en: 'an address with http:// or https://' },
    help: {
      de: `Wo ${de} zu lesen ist; jede Ansicht verweist darauf. Ohne Angabe gilt texte/${file} im Datenordner.`,
      en: `Where the ${en} is to be read; every view links to it. Unset, texte/${file} in the data folder counts.`,
    },
    read: readWebAddress,
  }
}

/**
 * The environment as it counts where somebody sits before a terminal: they read the address and the link, not a log.
 * Warnings and errors still show, and whoever sets a level gets it.
 */
export function atTerminal(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { logLevel } = options
  return env[logLevel.env]?.trim() ? env : { ...env, [logLevel.env]: 'warn' satisfies LogLevel }
}

/** A value the program does not start with. */
export interface WrongOption {
  env: string
  value: string
  allowed: Wording
}

/** Unset and empty variables mean the default. All wrong values are named at once. */
export function readConfig(env: NodeJS.ProcessEnv): Result<Config, WrongOption[]> {
  const wrong: WrongOption[] = []
  const read = <Value>({
    env: name,
    default: fallback,
    allowed,
    secret,
    read: parse,
  }: Option<Value>): Value => {
    const value = env[name]?.trim() || fallback
    const parsed = parse(value)
    if (parsed === undefined) wrong.push({ env: name, value: secret ? '…' : value, allowed })
    // Not used where a value was wrong: the whole result is a refusal then.
    return parsed as Value
  }
  const config: Config = {
    port: read(options.port),
    host: read(options.host),
    dataFolder: read(options.dataFolder),
    publicUrl: read(options.publicUrl),
    trustedProxies: read(options.trustedProxies),
    logLevel: read(options.logLevel),
    tldrawLicenseKey: read(options.tldrawLicenseKey),
    imprintUrl: read(options.imprintUrl),
    privacyUrl: read(options.privacyUrl),
    accessibilityUrl: read(options.accessibilityUrl),
    embeddingsUrl: read(options.embeddingsUrl),
    embeddingsModel: read(options.embeddingsModel),
    embeddingsKey: read(options.embeddingsKey),
    smtpUrl: read(options.smtpUrl),
    mailFrom: read(options.mailFrom),
    timeZone: read(options.timeZone),
    reminderHour: read(options.reminderHour),
    gallery: read(options.gallery),
    webhookHosts: read(options.webhookHosts),
  }
  // A mail needs a sender, and its links an address; what was wrong is named already
  if (wrong.length === 0 && config.smtpUrl)
    for (const needed of ['mailFrom', 'publicUrl'] as const)
      if (!config[needed])
        wrong.push({ env: options[needed].env, value: '', allowed: options[needed].allowed })
  return wrong.length === 0 ? accepted(config) : refused(wrong)
}

function readPublicUrl(text: string): URL | null | undefined {
  if (text === '') return null
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return isWeb && url.pathname === '/' && !url.search && !url.hash && !url.username ? url : undefined
}

function readWebAddress(text: string): string | null | undefined {
  if (text === '') return null
  if (!URL.canParse(text)) return undefined
  const { protocol, href } = new URL(text)
  return protocol === 'http:' || protocol === 'https:' ? href : undefined
}

function readSmtpUrl(text: string): URL | null | undefined {
  if (text === '') return null
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isSmtp = url.protocol === 'smtp:' || url.protocol === 'smtps:'
  return isSmtp && url.hostname !== '' && ['', '/'].includes(url.pathname) && !url.search && !url.hash
    ? url
    : undefined
}

function readProxies(text: string): string[] | undefined {
  const proxies = text.split(',').map((part) => part.trim())
  if (text === '') return []
  return proxies.every(isProxy) ? proxies : undefined
}

function readHosts(text: string): AllowedHost[] | undefined {
  if (text === '') return []
  const hosts = text.split(',').map((part) => readAllowedHost(part.trim()))
  return hosts.every((host) => host !== undefined) ? hosts : undefined
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address, bits, ...rest] = text.split('/')
  const family = isIP(address ?? '')
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}
