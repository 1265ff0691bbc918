/** Tables as text: UTF-8, commas, every field in quotes, lines ended as RFC 4180 says. Nothing else is needed to read them. */

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`

export const toCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')

/** Reads what `toCsv` wrote. Throws where it is no such text. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    if (text[at] !== '"') throw new Error(`no field begins at ${at}`)
    let value = ''
    let end = text.indexOf('"', at + 1)
    at += 1
    for (; end !== -1 && text[end + 1] === '"'; end = text.indexOf('"', at)) {
      value += text.slice(at, end + 1)
      at = end + 2
    }
    if (end === -1) throw new Error('a field does not end')
    row.push(value + text.slice(at, end))
    at = end + 1
    if (text[at] === ',') at += 1
    else if (text.startsWith('\r\n', at)) {
      at += 2
      rows.push(row)
      row = []
    } else throw new Error(`nothing separates at ${at}`)
  }
  return rows
}
