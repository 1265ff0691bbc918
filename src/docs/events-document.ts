/** `docs/events.md`: everything that can have happened, with what each event holds. */
import { z } from 'zod'
import { Envelope } from '../domain/case/envelope.ts'
import { caseEventSchemas, caseEventTypes, typeVersionOf } from '../domain/case/events.ts'
import { municipalityEventSchemas } from '../domain/standard/municipality.ts'
import { generated, markdownTable } from './markdown.ts'
import { fieldsInLine, type Shape } from './shape-rows.ts'

const shapeOf = (schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: 'input' }) as Shape

const header = ['Event', 'Version', 'Payload']

export const eventsDocument = (): string =>
  generated(
    'Events',
    '`src/domain/case/*/events.ts`',
    'A case is its list of events. Each is an envelope and, beside it, a payload; `?` marks what may be left out. Older versions of\n' +
      'a payload are read through their upcasters and never rewritten. Events hold ids of persons, never names, CPR numbers or\n' +
      'addresses. `schemas/export-case.schema.json` has every field of every payload.',
    '## The envelope',
    markdownTable(['Fields'], [[fieldsInLine(shapeOf(Envelope))]]),
    'The chain adds to each event the digest of its payload, the hash of the event before it and its own. A payload that the eraser\n' +
      'took away is marked `withdrawn: true`; `payloadWithdrawn` tells who did it and why.',
    '## Of a case, in the order of its life',
    markdownTable(
      header,
      caseEventTypes.map((type) => [
        `\`${type}\``,
        String(typeVersionOf(type)),
        fieldsInLine(shapeOf(caseEventSchemas[type])),
      ]),
    ),
    '## Of a municipality',
    markdownTable(
      header,
      Object.entries(municipalityEventSchemas).map(([type, schema]) => [
        `\`${type}\``,
        '1',
        fieldsInLine(shapeOf(schema)),
      ]),
    ),
  )
