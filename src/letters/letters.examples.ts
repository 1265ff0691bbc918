/** Letters for tests: believable people and words, no real person. */
import { getDay } from '../domain/time/calendar-day.ts'
import { LetterContent, LetterInputs } from './letter-content.ts'
import { rendererVersions } from './pdf/versions.ts'

export const exampleContent: LetterContent = LetterContent.parse({
  kind: 'receipt',
  language: 'da',
  title: 'Vi har fået din ansøgning',
  oneSentence: 'Du får svar senest fredag den 25. december 2026.',
  sections: [
    {
      heading: 'Hvad sker der nu?',
      blocks: [
        { kind: 'paragraph', text: 'Vi undersøger din sag.\nDu hører fra os undervejs.' },
        {
          kind: 'list',
          ordered: true,
          items: ['Vi læser din ansøgning.', 'Vi taler med dig.', 'Du får et brev.'],
        },
      ],
    },
    {
      heading: 'Det har du søgt om',
      blocks: [
        {
          kind: 'table',
          header: ['Hvad', 'Ansøgt', 'Bevilget'],
          rows: [
            ['Dage om ugen', '5', '4,5'],
            ['Start', '1. december 2026', ''],
          ],
        },
      ],
    },
  ],
  easyRead: {
    title: 'Vi har fået dit brev',
    sections: [{ heading: 'Hvad sker der nu?', blocks: [{ kind: 'paragraph', text: 'Vi ser på din sag.' }] }],
  },
  enclosures: [
    {
      title: 'Sådan bruger vi dine oplysninger',
      sections: [
        { heading: 'Dine rettigheder', blocks: [{ kind: 'paragraph', text: 'Du kan se dine oplysninger.' }] },
      ],
    },
    { title: 'Kopi af din ansøgning' },
  ],
})

export const exampleInputs = (content: LetterContent = exampleContent): LetterInputs =>
  LetterInputs.parse({
    format: 'hverdag-letter/1',
    content,
    letterhead: {
      municipality: 'Vejen Kommune',
      unit: 'Voksenteamet',
      address: ['Højmarksvej 20', '6600 Vejen'],
      phone: '79 96 50 00',
      email: 'voksenteamet@vejen.example',
    },
    recipient: { name: 'Lone Ærø Hansen', address: ['Åvej 1', '6600 Vejen'] },
    copyTo: [],
    date: getDay('2026-11-13'),
    caseNumber: '2026-0042',
    caseworker: { name: 'Bo Nørgaard', title: 'Socialrådgiver', phone: '79 96 50 01' },
    versions: rendererVersions,
  })
