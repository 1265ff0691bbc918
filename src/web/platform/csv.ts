/**
 * A table for a Danish spreadsheet: semicolons, CRLF, and a byte order mark so that æøå are read as such. A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front, since names and texts are people's own.
 */
type Cell = string | number | null | undefined

const formula = /^[=+\-@\t\r]/

function cellOf(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  const safe = formula.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvOf = (rows: readonly (readonly Cell[])[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`)
