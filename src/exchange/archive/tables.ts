/** The tables of a package: which there are, what each column holds, and how a row becomes text. */
import type { CaseFile } from '../../domain/case/case-file.ts'
import type { Envelope } from '../../domain/case/envelope.ts'

type Column<Row> = { readonly name: string; readonly about: string; readonly of: (row: Row) => string }
export type Table = {
  readonly name: string
  readonly about: string
  readonly columns: readonly { readonly name: string; readonly about: string }[]
  readonly rows: readonly (readonly string[])[]
}

function table<Row>(
  name: string,
  about: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Table {
  return { name, about, columns, rows: rows.map((row) => columns.map(({ of }) => of(row))) }
}

const column = <Row>(name: string, about: string, of: Column<Row>['of']): Column<Row> => ({ name, about, of })
const text = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
const yesNo = (value: boolean): string => (value ? 'ja' : 'nej')

/** As it was stored, word for word. */
export type ArchivedEvent = Envelope & { readonly type: string } & (
    | { readonly payload: unknown }
    | { readonly withdrawn: true }
  )

type Actor = Envelope['actor']
const idOf = (actor: Actor): string =>
  actor.kind === 'staff' ? actor.userId : actor.kind === 'citizen' ? actor.personId : actor.name

const actorColumns = <Row>(of: (row: Row) => Actor): readonly Column<Row>[] => [
  column(
    'aktoer_type',
    'Hvem gjorde det: citizen, staff eller system (se koder.csv).',
    (row) => of(row).kind,
  ),
  column(
    'aktoer',
    'Personens nummer (se personer.csv), medarbejderens nummer (se medarbejdere.csv) eller systemets navn.',
    (row) => idOf(of(row)),
  ),
]

export const caseTable = (
  municipality: { readonly code: string; readonly name: string },
  caseId: string,
  file: CaseFile,
): Table =>
  table(
    'sag',
    'Sagen selv: en række.',
    [
      column('sag', 'Sagens entydige nummer i systemet.', () => caseId),
      column('sagsnummer', 'Sagens nummer, som mennesker kender det.', () => file.caseNumber),
      column('kommunekode', 'Kommunens firecifrede kode.', () => municipality.code),
      column('kommune', 'Kommunens navn.', () => municipality.name),
      column('borger', 'Borgerens nummer, se personer.csv.', () => file.personId),
      column('modtaget', 'Dagen, ansøgningen kom.', () => file.received.on),
      column('lukket', 'Dagen, sagen blev lukket.', () => text(file.closed?.on)),
      column('lukket_grund', 'Hvorfor den blev lukket, se koder.csv.', () => text(file.closed?.reason)),
    ],
    [file],
  )

export const eventTable = (events: readonly ArchivedEvent[]): Table =>
  table<ArchivedEvent>(
    'haendelser',
    'Alt, hvad der er sket i sagen, i den orden det blev skrevet ned. Intet er rettet bagefter.',
    [
      column('nr', 'Hændelsens nummer i sagen.', (e) => String(e.seq)),
      column('haendelse', 'Hændelsens entydige nummer.', (e) => e.eventId),
      column('type', 'Hvad der skete, se koder.csv.', (e) => e.type),
      column('version', 'Udgaven af hændelsens form.', (e) => String(e.typeVersion)),
      column('skete', 'Dagen, det skete.', (e) => e.occurredOn),
      column('skrevet', 'Dagen, det blev skrevet ned.', (e) => e.recordedOn),
      column('skrevet_kl', 'Tidspunktet, det blev skrevet ned, i UTC.', (e) => e.recordedAt),
      ...actorColumns<ArchivedEvent>((e) => e.actor),
      column('rolle', 'Medarbejderens rolle.', (e) => (e.actor.kind === 'staff' ? e.actor.role : '')),
      column('paa_vegne_af', 'Borgerens nummer, når en anden handlede for borgeren.', (e) =>
        text(e.onBehalfOf),
      ),
      column('standard', 'Kvalitetsstandarden, der gjaldt: navn og udgave.', (e) => e.standard),
      column('taget_bort', 'ja, hvis indholdet er taget bort igen; så er indhold tomt.', (e) =>
        yesNo('withdrawn' in e),
      ),
      column(
        'indhold',
        'Indholdet, ord for ord, som JSON. Det samme står felt for felt i indhold.csv.',
        (e) => ('payload' in e ? JSON.stringify(e.payload) : ''),
      ),
    ],
    events,
  )

type Leaf = { readonly seq: number; readonly type: string; readonly path: string; readonly value: string }

function leavesOf(
  event: { readonly seq: number; readonly type: string },
  value: unknown,
  path = '',
): readonly Leaf[] {
  if (value === undefined) return []
  if (typeof value !== 'object' || value === null)
    return [{ seq: event.seq, type: event.type, path, value: String(value) }]
  return Object.entries(value).flatMap(([key, part]) =>
    leavesOf(event, part, path === '' ? key : `${path}.${key}`),
  )
}

export const contentTable = (events: readonly ArchivedEvent[]): Table =>
  table<Leaf>(
    'indhold',
    'Hændelsernes indhold, en række for hvert felt.',
    [
      column('nr', 'Hændelsens nummer, se haendelser.csv.', (leaf) => String(leaf.seq)),
      column('type', 'Hændelsens type.', (leaf) => leaf.type),
      column(
        'felt',
        'Feltets navn; punktum skiller led, og tal er pladsen i en liste. Se felter.csv.',
        (l) => l.path,
      ),
      column('vaerdi', 'Feltets værdi. En kode er forklaret i koder.csv.', (leaf) => leaf.value),
    ],
    events.flatMap((e) => ('payload' in e ? leavesOf(e, e.payload) : [])),
  )

export type PersonRow = {
  readonly personId: string
  readonly cpr: string | null
  readonly version: number
  readonly validFrom: string
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string
  readonly diedOn: string | null
  readonly language: string
  readonly address: string | null
  readonly protectedAddress: boolean
}

export const personTable = (persons: readonly PersonRow[]): Table =>
  table<PersonRow>(
    'personer',
    'Borgeren og borgerens repræsentanter, med hver udgave af deres oplysninger.',
    [
      column('person', 'Personens nummer i systemet.', (p) => p.personId),
      column('udgave', 'Udgavens nummer; den højeste er den seneste.', (p) => String(p.version)),
      column('gaelder_fra', 'Dagen, udgaven gælder fra.', (p) => p.validFrom),
      column('cpr', 'CPR-nummer.', (p) => text(p.cpr)),
      column('fornavn', 'Fornavn.', (p) => p.givenName),
      column('efternavn', 'Efternavn.', (p) => p.familyName),
      column('foedt', 'Fødselsdag.', (p) => p.birthDate),
      column('doed', 'Dødsdag.', (p) => text(p.diedOn)),
      column('sprog', 'Sproget i breve: da eller en.', (p) => p.language),
      column('adresse', 'Adresse. Tom, hvis den er beskyttet: den forlader ikke kommunen.', (p) =>
        text(p.address),
      ),
      column('beskyttet', 'ja, hvis adressen er beskyttet.', (p) => yesNo(p.protectedAddress)),
    ],
    persons,
  )

export type StaffRow = { readonly userId: string; readonly name: string }

export const staffTable = (staff: readonly StaffRow[]): Table =>
  table<StaffRow>(
    'medarbejdere',
    'De medarbejdere, der har skrevet i sagen.',
    [
      column('medarbejder', 'Medarbejderens nummer i systemet.', (s) => s.userId),
      column('navn', 'Medarbejderens navn.', (s) => s.name),
    ],
    staff,
  )

export type AttendanceRow = {
  readonly factId: string
  readonly day: string
  readonly kind: string
  readonly part: string | null
  readonly reason: string | null
  readonly saidBy: string | null
  readonly lateBy: string | null
  readonly providerId: string
  readonly orderId: string
  readonly recordedAt: string
  readonly actor: unknown
  readonly refersTo: string | null
  readonly text: string | null
}

export const attendanceTable = (facts: readonly AttendanceRow[]): Table =>
  table<AttendanceRow>(
    'fremmoede',
    'Hvad der er skrevet om borgerens dage på stedet.',
    [
      column('post', 'Postens entydige nummer.', (f) => f.factId),
      column('dag', 'Dagen.', (f) => f.day),
      column('type', 'Hvad der blev skrevet, se koder.csv.', (f) => f.kind),
      column('del', 'Delen af dagen, se koder.csv.', (f) => text(f.part)),
      column('grund', 'Grunden, se koder.csv.', (f) => text(f.reason)),
      column('sagt_af', 'Hvem der sagde det, se koder.csv.', (f) => text(f.saidBy)),
      column('forsinket_af', 'Hvad der gav forsinkelsen, se koder.csv.', (f) => text(f.lateBy)),
      column('sted', 'Stedets korte navn i standarden.', (f) => f.providerId),
      column('bestilling', 'Bestillingen, posten hører til.', (f) => f.orderId),
      column('skrevet_kl', 'Tidspunktet, det blev skrevet ned, i UTC.', (f) => f.recordedAt),
      column('aktoer', 'Hvem der skrev det, som JSON.', (f) => text(f.actor)),
      column('om_post', 'Posten, som denne tager tilbage eller afgør.', (f) => text(f.refersTo)),
      column('tekst', 'Bemærkning.', (f) => text(f.text)),
    ],
    facts,
  )

export type RideRow = {
  readonly factId: string
  readonly day: string
  readonly direction: string
  readonly part: string
  readonly kind: string
  readonly providerId: string
  readonly orderId: string
  readonly recordedAt: string
  readonly actor: unknown
  readonly refersTo: string | null
}

export const rideTable = (rides: readonly RideRow[]): Table =>
  table<RideRow>(
    'koersel',
    'Hvad der er skrevet om borgerens kørsel.',
    [
      column('post', 'Postens entydige nummer.', (r) => r.factId),
      column('dag', 'Dagen.', (r) => r.day),
      column('retning', 'Vejen, se koder.csv.', (r) => r.direction),
      column('del', 'Delen af dagen, se koder.csv.', (r) => r.part),
      column('type', 'Hvad der skete, se koder.csv.', (r) => r.kind),
      column('sted', 'Stedets korte navn i standarden.', (r) => r.providerId),
      column('bestilling', 'Bestillingen, posten hører til.', (r) => r.orderId),
      column('skrevet_kl', 'Tidspunktet, det blev skrevet ned, i UTC.', (r) => r.recordedAt),
      column('aktoer', 'Hvem der skrev det, som JSON.', (r) => text(r.actor)),
      column('om_post', 'Posten, som denne tager tilbage.', (r) => text(r.refersTo)),
    ],
    rides,
  )

export type DocumentRow = {
  readonly hash: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export const pathOf = ({ hash, mediaType }: DocumentRow): string =>
  `dokumenter/${hash}.${extensions[mediaType] ?? 'bin'}`

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/json': 'json',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
}

export const documentTable = (documents: readonly DocumentRow[]): Table =>
  table<DocumentRow>(
    'dokumenter',
    'Sagens dokumenter. Selve filerne ligger i mappen dokumenter.',
    [
      column(
        'sha256',
        'Filens kontrolsum, som også er dens navn. Hændelserne nævner filen ved den.',
        (d) => d.hash,
      ),
      column('fil', 'Hvor filen ligger i pakken.', pathOf),
      column('navn', 'Filens navn, da den blev gemt.', (d) => d.name),
      column('form', 'Filens form (medietype).', (d) => d.mediaType),
      column('bytes', 'Filens længde.', (d) => String(d.bytes.byteLength)),
    ],
    documents,
  )
