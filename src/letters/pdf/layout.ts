/** From a letter's inputs to the data that the template prints: words chosen, texts made printable, nothing computed. */
import { dayInWords } from '../day-in-words.ts'
import type { LetterBlock, LetterInputs, LetterSection } from '../letter-content.ts'
import { letterWords } from '../letter-words.ts'
import type { Coverage } from './font-coverage.ts'
import { printable } from './printable.ts'

type LaidOutBlock =
  | { kind: 'paragraph'; texts: string[] }
  | { kind: 'list'; ordered: boolean; items: string[] }
  | { kind: 'table'; columns: number[]; header: string[]; rows: string[][] }

type LaidOutSection = { heading: string; blocks: LaidOutBlock[] }

/** The JSON that `letter.typ` reads from `sys.inputs.letter`. */
export function layoutOf(inputs: LetterInputs, covered: Coverage) {
  const { content, letterhead, recipient, caseworker } = inputs
  const words = letterWords[content.language]
  const show = (text: string): string => keptTogether(printable(text, covered, words.unprintable).trim())
  const line = (text: string): string => show(text).replace(/\s*\n\s*/g, ' ')
  const lines = (texts: readonly (string | undefined)[]): string[] =>
    texts
      .filter((text) => text !== undefined)
      .map(line)
      .filter((text) => text !== '')

  const blockOf = (block: LetterBlock): LaidOutBlock => {
    if (block.kind === 'paragraph') return { kind: 'paragraph', texts: show(block.text).split(/\s*\n\s*/) }
    if (block.kind === 'list') return { kind: 'list', ordered: block.ordered, items: block.items.map(show) }
    const { header, rows, widths } = block
    return {
      kind: 'table',
      columns: header.map((_, column) => widths?.[column] ?? 1),
      header: header.map(line),
      rows: rows.map((row) => header.map((_, column) => show(row[column] ?? ''))),
    }
  }
  const sectionOf = (section: LetterSection): LaidOutSection => ({
    heading: line(section.heading),
    blocks: section.blocks.map(blockOf),
  })
  const note = (text: string): LaidOutSection => ({
    heading: '',
    blocks: [{ kind: 'paragraph', texts: [text] }],
  })

  const [year, month, day] = inputs.date.split('-').map(Number)
  const { easyRead } = content
  return {
    lang: words.lang,
    region: words.region,
    words: {
      caseNumber: words.caseNumber,
      page: words.page,
      of: words.of,
      enclosures: words.enclosures,
      copyTo: words.copyTo,
    },
    // No name in the file's title: it shows in tabs and in lists of files.
    documentTitle: line(`${inputs.draft ? `${words.draft}: ` : ''}${content.title} – ${inputs.caseNumber}`),
    draft: inputs.draft ? { mark: words.draft, note: words.draftNote } : undefined,
    author: line(letterhead.municipality),
    date: { year, month, day },
    caseNumber: line(inputs.caseNumber),
    footer: line(`${letterhead.unit} · ${letterhead.phone}`),
    letterhead: {
      municipality: line(letterhead.municipality),
      lines: lines([letterhead.unit, ...letterhead.address]),
    },
    recipient: lines([recipient.name, ...recipient.address]),
    reference: lines([
      dayInWords(inputs.date, content.language),
      `${words.caseNumber}: ${inputs.caseNumber}`,
      `${words.caseworker}: ${caseworker.name}`,
      `${words.phone}: ${caseworker.phone}`,
      caseworker.email === undefined ? undefined : `${words.email}: ${caseworker.email}`,
    ]),
    title: line(content.title),
    lead: line(content.oneSentence),
    sections: content.sections.map(sectionOf),
    closing: lines([words.regards, caseworker.name, caseworker.title, letterhead.unit]),
    enclosed: content.enclosures.map(({ title }) => line(title)),
    copyTo: inputs.copyTo.map(line),
    parts: [
      ...(easyRead === undefined
        ? []
        : [
            {
              title: line(`${words.easyRead}: ${easyRead.title}`),
              size: 'large',
              sections: [note(words.easyReadNote), ...easyRead.sections.map(sectionOf)],
            },
          ]),
      ...content.enclosures
        .filter(({ sections }) => sections.length > 0)
        .map(({ title, sections }) => ({
          title: line(title),
          size: 'ordinary',
          sections: sections.map(sectionOf),
        })),
    ],
  }
}

/** No line break inside a telephone number or between `§` and its number. */
const keptTogether = (text: string): string =>
  text
    .replace(/\b(\d\d) (\d\d) (\d\d) (\d\d)\b/g, '$1\u00a0$2\u00a0$3\u00a0$4')
    .replace(/(§§?) (?=\d)/g, '$1\u00a0')
