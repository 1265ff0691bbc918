/** The language a visitor reads in: their choice, kept in a cookie of its own. It tells nothing of who they are. */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Language, languages } from '../i18n/messages.ts'

export const languageCookie = 'sprog'

export function languageOf(c: Context): Language {
  const chosen = getCookie(c, languageCookie)
  return languages.find((language) => language === chosen) ?? 'da'
}
