/**
 * Which characters the letter's fonts can print. PDF/UA-1 refuses a file with a character that has no glyph, so the
 * question is asked before rendering instead of failing on a citizen's emoji.
 */
import { readFileSync } from 'node:fs'
import { fontFiles } from './installed-files.ts'

/** Whether every letter font has a glyph for a code point. */
export type Coverage = (codePoint: number) => boolean

/** The code points of one TrueType font: its Unicode `cmap` in format 4 or 12 (OpenType specification, `cmap`). */
function codePointsOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableOffset(view, 'cmap')
  const found = new Set<number>()
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const record = cmap + 4 + i * 8
    const platform = view.getUint16(record)
    if (platform !== 0 && platform !== 3) continue
    const subtable = cmap + view.getUint32(record + 4)
    const format = view.getUint16(subtable)
    if (format === 4) addSegments(view, subtable, found)
    if (format === 12) addGroups(view, subtable, found)
  }
  return found
}

function tableOffset(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)))
    if (name === tag) return view.getUint32(record + 8)
  }
  throw new Error(`The font has no ${tag} table.`)
}

function addSegments(view: DataView, subtable: number, found: Set<number>): void {
  const count = view.getUint16(subtable + 6) / 2
  const ends = subtable + 14
  const starts = ends + count * 2 + 2
  const deltas = starts + count * 2
  const ranges = deltas + count * 2
  for (let s = 0; s < count; s++) {
    const start = view.getUint16(starts + s * 2)
    const end = view.getUint16(ends + s * 2)
    const delta = view.getUint16(deltas + s * 2)
    const range = view.getUint16(ranges + s * 2)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const direct = range === 0 ? code : view.getUint16(ranges + s * 2 + range + (code - start) * 2)
      if (direct !== 0 && ((direct + delta) & 0xffff) !== 0) found.add(code)
    }
  }
}

function addGroups(view: DataView, subtable: number, found: Set<number>): void {
  for (let g = 0; g < view.getUint32(subtable + 12); g++) {
    const group = subtable + 16 + g * 12
    const first = view.getUint32(group)
    const glyph = view.getUint32(group + 8)
    for (let code = first; code <= view.getUint32(group + 4); code++) {
      if (glyph + (code - first) !== 0) found.add(code)
    }
  }
}

let loaded: Coverage | undefined

/** The coverage of the letter's own fonts, read once. */
export function letterFontCoverage(): Coverage {
  if (loaded === undefined) {
    const sets = fontFiles().map((file) => codePointsOf(readFileSync(file)))
    loaded = (codePoint) => sets.every((set) => set.has(codePoint))
  }
  return loaded
}
