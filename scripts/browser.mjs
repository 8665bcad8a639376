// Finds a Chromium for the end-to-end tests, or gets one: Playwright's own, else one of this machine, else the package
// of the distribution where we may install it, else a download.
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './installation.mjs'

/** The headless shell first: it has no windows and tabs of its own to draw, a quarter of the work of a test. */
const commands = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
/** Debian's packages, the lighter first; not every release has both. */
const packages = ['chromium-headless-shell', 'chromium']
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of a usable browser. WERKRAUM_CHROMIUM decides where it is set. */
export async function ensureBrowser(say) {
  const present = await findBrowser()
  if (present) return present
  // Inside a container the package is there in seconds, while the download is often blocked and hangs.
  if (isRootOnDebian()) {
    say('No Chromium found. Installing the package of the distribution …')
    await attempt('apt-get', ['update', '-qq'])
    for (const name of packages) {
      if (!(await findBrowser()))
        await attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name])
    }
  }
  if (!(await findBrowser())) {
    say('No Chromium found. Downloading the one made for Playwright …')
    await attempt('npx', ['playwright', 'install', 'chromium'])
  }
  const found = await findBrowser()
  if (found) return found
  throw new Error(
    'The end-to-end tests need Chromium. Install it (Debian: apt-get install chromium; elsewhere: ' +
      'npx playwright install chromium) or name one with WERKRAUM_CHROMIUM=/path/to/chromium.',
  )
}

async function findBrowser() {
  const chosen = process.env.WERKRAUM_CHROMIUM
  if (chosen) return chosen
  const { chromium } = await import('@playwright/test')
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((command) => join(folder, command)))
  return [chromium.executablePath(), ...onPath, ...usualPlaces].find((path) => path && existsSync(path))
}

/** Tries one way of getting a browser; whether it worked shows in `findBrowser`. */
async function attempt(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run(command, args, { stdio: ['ignore', 'ignore', 'ignore'], env, timeout: 240_000 }).catch(
    () => undefined,
  )
}

/** Ubuntu is left out: its chromium package is a stub around snap, which containers cannot run. */
function isRootOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}
