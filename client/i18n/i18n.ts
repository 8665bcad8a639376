import i18next, { type ResourceLanguage } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { preferredLanguage, storedLanguage, storeLanguage, type Language } from './languages.ts'

/**
 * Only the language in use is loaded, and of it only what the view needs: the texts of a room are as big as those of
 * everything else together, and must not delay somebody who joins by phone.
 */
const loaders: Record<Part, Record<Language, () => Promise<ResourceLanguage>>> = {
  lobby: {
    de: async () => (await import('./lobby-de.ts')).lobbyTexts,
    en: async () => (await import('./lobby-en.ts')).lobbyTexts,
  },
  workshop: {
    de: async () => (await import('./workshop-de.ts')).workshopTexts,
    en: async () => (await import('./workshop-en.ts')).workshopTexts,
  },
  room: {
    de: async () => (await import('./room-de.ts')).roomTexts,
    en: async () => (await import('./room-en.ts')).roomTexts,
  },
  laterRoom: {
    de: async () => (await import('./room-later-de.ts')).laterRoomTexts,
    en: async () => (await import('./room-later-en.ts')).laterRoomTexts,
  },
  cockpit: {
    de: async () => (await import('./cockpit-de.ts')).cockpitTexts,
    en: async () => (await import('./cockpit-en.ts')).cockpitTexts,
  },
  operation: {
    de: async () => ({ operation: (await import('#shared/i18n/de/operation.ts')).operation }),
    en: async () => ({ operation: (await import('#shared/i18n/en/operation.ts')).operation }),
  },
  practice: {
    de: async () => ({ practice: (await import('#shared/i18n/de/practice.ts')).practice }),
    en: async () => ({ practice: (await import('#shared/i18n/en/practice.ts')).practice }),
  },
  connection: {
    de: async () => ({ connection: (await import('#shared/i18n/de/connection.ts')).connection }),
    en: async () => ({ connection: (await import('#shared/i18n/en/connection.ts')).connection }),
  },
}
type Part = 'lobby' | 'workshop' | 'cockpit' | 'room' | 'laterRoom' | 'operation' | 'connection' | 'practice'

/** Parts that some view has asked for; a change of language brings them all. */
const wanted = new Set<Part>(['lobby'])
const loaded = new Set<string>()
/** From then on there is a language. */
let begun: Promise<unknown> = Promise.resolve()

export async function startI18n(language = preferredLanguage(storedLanguage(), navigator.languages)) {
  begun = i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    // What a room says before the words of other views have come is said anew once they have
    react: { bindI18nStore: 'added' },
    returnNull: false,
  })
  await begun
  await loadWanted(language)
  document.documentElement.lang = language
}

/** Call before showing anything but the door and rooms; rooms bring it along once they are shown. */
export function loadWorkshopTexts() {
  return loadTexts('workshop')
}

/** Call before showing a room. */
export function loadRoomTexts() {
  return loadTexts('room')
}

/** Call before showing what of a room is not on the way of its first card. */
export function loadLaterRoomTexts() {
  return loadTexts('laterRoom')
}

/** Call before showing the screen in the hall, which says what rooms say. */
export function loadScreenTexts() {
  wanted.add('laterRoom')
  return loadTexts('room')
}

/** Call before showing where all groups are, which names the kinds of cards. */
export function loadCockpitTexts() {
  wanted.add('workshop')
  return loadTexts('cockpit')
}

/** Call before showing the operator's page. */
export function loadOperationTexts() {
  wanted.add('workshop')
  return loadTexts('operation')
}

/** Call before showing the board to practise on, which says what boards in rooms say. */
export function loadPracticeTexts() {
  wanted.add('room').add('laterRoom').add('workshop')
  return loadTexts('practice')
}

/** Call before showing the test of the connection. */
export function loadConnectionTexts() {
  wanted.add('workshop')
  return loadTexts('connection')
}

async function loadTexts(part: Part) {
  wanted.add(part)
  await begun
  await loadWanted(currentLanguage())
}

export async function changeLanguage(language: Language) {
  await loadWanted(language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  storeLanguage(language)
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'de'
}

async function loadWanted(language: Language) {
  await Promise.all([...wanted].map((part) => load(part, language)))
}

async function load(part: Part, language: Language) {
  const name = `${part}-${language}`
  if (loaded.has(name)) return
  i18next.addResourceBundle(language, 'translation', await loaders[part][language](), true)
  loaded.add(name)
}
