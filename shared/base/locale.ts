/** How days, times and numbers are written: English as in Europe, because "12/4" would be read as the twelfth of April. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : 'de-DE')
