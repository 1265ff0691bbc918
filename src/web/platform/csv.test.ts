import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

const text = (rows: Parameters<typeof csvOf>[0]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf(rows))

test('is what a Danish spreadsheet opens: a mark, semicolons, commas in numbers, quotes doubled', () => {
  expect(
    text([
      ['Navn', 'Beløb'],
      ['Søren "Ø"; Ås', 12.5],
      [null, undefined],
    ]),
  ).toBe('\uFEFFNavn;Beløb\r\n"Søren ""Ø""; Ås";12,5\r\n;\r\n')
})
test.each(['=HYPERLINK("http://x")', '+45', '-1', '@a', '\tx'])('%j is text and runs nothing', (value) => {
  expect(text([[value]])).toMatch(/^\uFEFF"?'/)
})
/** Cells as a spreadsheet reads one line: quotes keep what is between them together. */
function read(line: string): readonly string[] {
  const cells = ['']
  let quoted = false
  for (const letter of line) {
    if (letter === '"') quoted = !quoted
    if (letter === ';' && !quoted) cells.push('')
    else cells.push(`${cells.pop()}${letter}`)
  }
  return cells
}

test('whatever is in a cell, it stays one cell with its words', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (cells) => {
      const back = read(text([cells]).slice(1, -2))
      expect(back.length).toBe(cells.length)
      for (const [i, cell] of cells.entries()) {
        const plain = /^"([\s\S]*)"$/.exec(back[i] ?? '')?.[1]?.replaceAll('""', '"') ?? back[i]
        expect([cell, `'${cell}`]).toContain(plain)
      }
    }),
  )
})
