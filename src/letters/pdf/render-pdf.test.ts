import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { getDay } from '../../domain/time/calendar-day.ts'
import type { LetterContent, LetterInputs } from '../letter-content.ts'
import { exampleContent, exampleInputs } from '../letters.examples.ts'
import { rendererFile } from './installed-files.ts'
import { elementsOf, readingText, readPdf, textOf } from './read-pdf.ts'
import { renderPdf, stopRenderer } from './render-pdf.ts'
import { rendererVersions } from './versions.ts'

afterAll(stopRenderer)

const saying = (text: string, change: Partial<LetterInputs> = {}): LetterInputs => {
  const content: LetterContent = {
    ...exampleContent,
    sections: [
      {
        heading: `Om ${text}`,
        blocks: [
          { kind: 'paragraph', text },
          { kind: 'list', ordered: false, items: [text] },
          { kind: 'table', header: ['Hvad', text], rows: [[text, text]] },
        ],
      },
    ],
  }
  return { ...exampleInputs(content), ...change }
}

describe('the PDF of a letter', () => {
  test('declares language, title and tags', async () => {
    const reading = await readPdf(await renderPdf(exampleInputs()))
    expect(reading).toMatchObject({
      title: 'Vi har fået din ansøgning – 2026-0042',
      language: 'da-DK',
      author: 'Vejen Kommune',
      marked: true,
    })
  })

  test('says so when it is in English', async () => {
    const reading = await readPdf(await renderPdf(exampleInputs({ ...exampleContent, language: 'en' })))
    expect(reading.language).toBe('en-GB')
    expect(readingText(reading)).toContain('Case number: 2026-0042')
    expect(readingText(reading)).toContain('13 November 2026')
  })

  test('says in its title and first of all when it is a draft, and never otherwise', async () => {
    const draft = await readPdf(await renderPdf({ ...exampleInputs(), draft: true }))
    expect(draft.title).toBe('Udkast: Vi har fået din ansøgning – 2026-0042')
    expect(readingText(draft)).toMatch(/^\s*Dette er et udkast\. Brevet er ikke sendt, og det gælder ikke\./)
    expect(readingText(await readPdf(await renderPdf(exampleInputs())))).not.toMatch(/udkast/i)
  })

  test('claims PDF/UA-1 in its metadata', async () => {
    const bytes = Buffer.from(await renderPdf(exampleInputs())).toString('latin1')
    expect(bytes).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('has one title and a heading for each section, none skipped', async () => {
    const reading = await readPdf(await renderPdf(exampleInputs()))
    expect(elementsOf(reading, /^H\d$/).map((heading) => `${heading.role} ${textOf(heading)}`)).toEqual([
      'H1 Vi har fået din ansøgning',
      'H2 Hvad sker der nu?',
      'H2 Det har du søgt om',
      'H2 Bilag',
      'H2 Let at læse: Vi har fået dit brev',
      'H3 Hvad sker der nu?',
      'H2 Sådan bruger vi dine oplysninger',
      'H3 Dine rettigheder',
    ])
  })

  test('reads in the order of the page: who, when, title, answer, sections, signature, enclosures', async () => {
    const text = readingText(await readPdf(await renderPdf(exampleInputs())))
    const places = [
      'Vejen Kommune',
      'Højmarksvej 20',
      'Lone Ærø Hansen',
      'Åvej 1',
      '13. november 2026',
      'Sagsnummer: 2026-0042',
      'Sagsbehandler: Bo Nørgaard',
      'Vi har fået din ansøgning',
      'Du får svar senest fredag den 25. december 2026.',
      'Vi undersøger din sag.',
      'Vi læser din ansøgning.',
      'Venlig hilsen',
      'Kopi af din ansøgning',
      'Vi ser på din sag.',
      'Du kan se dine oplysninger.',
    ].map((part) => text.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('tags lists as lists and tables with header cells', async () => {
    const reading = await readPdf(await renderPdf(exampleInputs()))
    const [steps] = elementsOf(reading, /^L$/)
    expect(steps?.children.map((item) => textOf(item))).toEqual([
      '1. Vi læser din ansøgning.',
      '2. Vi taler med dig.',
      '3. Du får et brev.',
    ])
    expect(elementsOf(reading, /^TH$/).map(textOf)).toEqual(['Hvad', 'Ansøgt', 'Bevilget'])
    expect(elementsOf(reading, /^TR$/).map((row) => row.children.map(textOf))).toEqual([
      ['Hvad', 'Ansøgt', 'Bevilget'],
      ['Dage om ugen', '5', '4,5'],
      ['Start', '1. december 2026', ''],
    ])
  })

  test('leaves page numbers out of what is read aloud', async () => {
    expect(readingText(await readPdf(await renderPdf(exampleInputs())))).not.toContain('Side 1')
  })

  test.each([
    '1. december 2026',
    '# ikke en overskrift',
    '= heller ikke',
    '- ikke en liste',
    '*fed* _kursiv_ `kode`',
    '@henvisning <mærke> $x^2$',
    '#let x = 1',
    '\\ \\u{41} // /* */ ~ --',
    '"Jeg er \'træt\'"',
    'æøå ÆØÅ é ü ß € – … ½',
    'https://vejen.example/a?b=c&d=e#f',
  ])('keeps %j as text', async (text) => {
    const reading = await readPdf(await renderPdf(saying(text)))
    const [, row] = elementsOf(reading, /^TR$/)
    expect(row?.children.map(textOf)).toEqual([text, text])
    expect(elementsOf(reading, /^H2$/).map(textOf)[0]).toBe(`Om ${text}`)
    expect(elementsOf(reading, /^LBody$/).map(textOf)[0]).toBe(text)
    expect(elementsOf(reading, /^P$/).map(textOf)).toContain(text)
  })

  test('breaks a word that is longer than the line and loses no letter of it', async () => {
    const word = 'Donaudampfschiffahrtsgesellschaft'.repeat(12)
    const reading = await readPdf(await renderPdf(saying(word)))
    const flat = (text: string): string => text.replace(/\s/g, '')
    expect(elementsOf(reading, /^T[HD]$/).map((cell) => flat(textOf(cell)))).toContain(word)
    expect(elementsOf(reading, /^P$/).map((paragraph) => flat(textOf(paragraph)))).toContain(word)
  })

  test('shows a stand-in for what no font of ours can print', async () => {
    const reading = await readPdf(await renderPdf(saying('Jeg er glad 🎉👩‍👩‍👧 i dag')))
    expect(readingText(reading)).toContain('Jeg er glad [tegn] i dag')
  })

  test('prints whatever a person can type, and the same bytes each time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (text) => {
        const inputs = saying(`x${text}`)
        const first = await renderPdf(inputs)
        expect(Buffer.compare(first, await renderPdf(inputs))).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  test('is the same after the renderer has been stopped and started', async () => {
    const first = await renderPdf(exampleInputs())
    await stopRenderer()
    expect(Buffer.compare(first, await renderPdf(exampleInputs()))).toBe(0)
  })

  test('differs when a word or the date does', async () => {
    const first = await renderPdf(exampleInputs())
    const later = await renderPdf({ ...exampleInputs(), date: getDay('2026-11-14') })
    expect(Buffer.compare(first, later)).not.toBe(0)
  })
})

describe('the recorded versions', () => {
  const versionIn = (name: string): string => {
    const folder = createRequire(import.meta.url)
      .resolve.paths(name)
      ?.map((at) => `${at}/${name}/package.json`)
    for (const file of folder ?? []) {
      try {
        return JSON.parse(readFileSync(file, 'utf8')).version
      } catch {}
    }
    return 'not installed'
  }

  test('name the renderer and fonts that are installed', () => {
    const compiler = versionIn('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu')
    expect(rendererVersions.renderer).toContain(`typst-ts-node-compiler ${compiler}`)
    expect(rendererVersions.fonts).toContain(`dkfds ${versionIn('dkfds')}`)
  })

  test('name the Typst that writes the file', async () => {
    const bytes = Buffer.from(await renderPdf(exampleInputs())).toString('latin1')
    const [typst] = /Typst [\d.]+/.exec(bytes) ?? []
    expect(rendererVersions.renderer).toContain(`${typst},`)
  })

  // Red means: template or layout changed. Raise the number in versions.ts and write the new digests here.
  test('belong to this template and these bytes', async () => {
    const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    expect({
      template: rendererVersions.template,
      source: sha(readFileSync(rendererFile('letter.typ'))),
      example: sha(await renderPdf(exampleInputs())),
    }).toMatchInlineSnapshot(`
      {
        "example": "68ec2e933fb3cd8c",
        "source": "e5bd6c8c130ce192",
        "template": "letter 2",
      }
    `)
  })
})
