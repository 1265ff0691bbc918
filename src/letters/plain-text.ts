/** Letters as plain text: for the page beside the PDF, for screen readers that prefer it, and for tests. */
import { dayInWords } from './day-in-words.ts'
import type { EasyReadLetter, LetterBlock, LetterInputs, LetterSection } from './letter-content.ts'
import { letterWords } from './letter-words.ts'

/** The whole formal letter in reading order, one paragraph a line, sections apart by an empty line. */
export function toPlainText(inputs: LetterInputs): string {
  const { content, letterhead, recipient, caseworker } = inputs
  const words = letterWords[content.language]
  return [
    [letterhead.municipality, letterhead.unit, ...letterhead.address],
    [recipient.name, ...recipient.address],
    [dayInWords(inputs.date, content.language), `${words.caseNumber}: ${inputs.caseNumber}`],
    [content.title, content.oneSentence],
    ...content.sections.map(sectionLines),
    [
      words.regards,
      caseworker.name,
      caseworker.title,
      letterhead.unit,
      `${words.phone}: ${caseworker.phone}`,
    ],
    content.enclosures.length === 0
      ? []
      : [words.enclosures, ...content.enclosures.map(({ title }) => `- ${title}`)],
    inputs.copyTo.length === 0 ? [] : [words.copyTo, ...inputs.copyTo.map((name) => `- ${name}`)],
    ...content.enclosures.flatMap(({ title, sections }) =>
      sections.length === 0 ? [] : [[title], ...sections.map(sectionLines)],
    ),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')
}

/** The easy-read letter as plain text, or undefined where the letter has none. */
export function toEasyRead({ content }: Pick<LetterInputs, 'content'>): string | undefined {
  return content.easyRead === undefined ? undefined : easyReadText(content.easyRead)
}

const easyReadText = ({ title, sections }: EasyReadLetter): string =>
  [[title], ...sections.map(sectionLines)].map((part) => part.join('\n')).join('\n\n')

export const sectionsText = (sections: readonly LetterSection[]): string =>
  sections.map((section) => sectionLines(section).join('\n')).join('\n\n')

const sectionLines = ({ heading, blocks }: LetterSection): string[] => [
  heading,
  ...blocks.flatMap(blockLines),
]

function blockLines(block: LetterBlock): string[] {
  if (block.kind === 'paragraph') return [block.text]
  if (block.kind === 'list') {
    return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item}`)
  }
  // Each cell with its column's name, so that a row makes sense when it is heard.
  return block.rows.map(([first, ...rest]) =>
    [
      first,
      ...rest.map((cell, index) => `${block.header[index + 1] ?? ''}: ${cell === '' ? '–' : cell}`),
    ].join('; '),
  )
}
