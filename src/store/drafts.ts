/**
 * What somebody has begun to write: saved as they write, found again at the next log-in, gone when sent or when it runs
 * out. An author sees their own drafts; nobody else sees them.
 */
import { createHash } from 'node:crypto'
import type { CaseId, DocumentHash, PersonId, UserId } from '../domain/identity.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { json, sql } from './sql.ts'

export type DraftKey = {
  readonly author: PersonId | UserId
  /** The form's short name. */
  readonly form: string
  /** Null for a form that is not about a case yet. */
  readonly caseId: CaseId | null
}

export type Draft = DraftKey & {
  readonly draftId: string
  readonly body: unknown
  readonly version: number
  readonly updatedAt: string
  readonly expiresAt: string
}

export type DraftToSave = DraftKey & {
  /** For a new draft; an existing one keeps its own. */
  readonly draftId: string
  readonly body: unknown
  /** The version that the writer started from, where two windows must not write over each other. */
  readonly expectedVersion?: number
  readonly now: Date
  readonly expiresAt: Date
}

export type Saved =
  | { readonly kind: 'saved'; readonly draftId: string; readonly version: number }
  /** Another window saved in between: this is what stands there now. */
  | { readonly kind: 'conflict'; readonly current: Draft | undefined }

export async function saveDraft(tx: WriteTx, draft: DraftToSave): Promise<Saved> {
  const { draftId, author, form, caseId, body, expectedVersion, now, expiresAt } = draft
  const row = await tx.findRow<{ draftId: string; version: number }>(sql`
    insert into draft (municipality, draft_id, author, form, case_id, body, version, updated_at, expires_at)
    values (${tx.scope.municipality}, ${draftId}, ${author}, ${form}, ${caseId}, ${json(body)}, 1, ${now}, ${expiresAt})
    on conflict (municipality, author, form, case_id) do update
    set body = excluded.body, version = draft.version + 1, updated_at = excluded.updated_at,
        expires_at = excluded.expires_at
    where ${expectedVersion ?? null}::int is null or draft.version = ${expectedVersion ?? null}::int
    returning draft_id as "draftId", version`)
  return row ? { kind: 'saved', ...row } : { kind: 'conflict', current: await findDraft(tx, draft) }
}

const columns = sql`draft_id as "draftId", author, form, case_id as "caseId", body, version,
  updated_at as "updatedAt", expires_at as "expiresAt"`

export const findDraft = (tx: ReadTx, { author, form, caseId }: DraftKey): Promise<Draft | undefined> =>
  tx.findRow(sql`
    select ${columns} from draft
    where author = ${author} and form = ${form} and case_id is not distinct from ${caseId}::uuid`)

/** All that this author has begun, the latest first. */
export const listDrafts = (tx: ReadTx, author: PersonId | UserId): Promise<readonly Draft[]> =>
  tx.rows(sql`select ${columns} from draft where author = ${author} order by updated_at desc, draft_id`)

/** Takes the draft and its files away: it was sent, or given up. */
export const deleteDraft = (tx: WriteTx, { author, form, caseId }: DraftKey): Promise<number> =>
  tx.run(sql`
    delete from draft
    where author = ${author} and form = ${form} and case_id is not distinct from ${caseId}::uuid`)

export const deleteExpiredDrafts = (tx: WriteTx, now: Date): Promise<number> =>
  tx.run(sql`delete from draft where expires_at <= ${now}`)

export type DraftFile = {
  readonly hash: DocumentHash
  readonly name: string
  readonly mediaType: string
  readonly byteLength: number
}

/** How much a draft may hold at the most: files, and bytes of them all. */
export type DraftRoom = { readonly files: number; readonly bytes: number }

/**
 * Adds a file to a draft; the same bytes again change nothing. Undefined when there is no room for it: two windows that
 * add at once wait for each other.
 */
export async function addDraftFile(
  tx: WriteTx,
  draftId: string,
  file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array; readonly now: Date },
  room: DraftRoom,
): Promise<DocumentHash | undefined> {
  await tx.run(sql`select from draft where draft_id = ${draftId} for update`)
  const held = await listDraftFiles(tx, draftId)
  const hash = createHash('sha256').update(file.bytes).digest('hex') as DocumentHash
  if (held.some((f) => f.hash === hash)) return hash
  const bytes = held.reduce((sum, f) => sum + f.byteLength, file.bytes.byteLength)
  if (held.length >= room.files || bytes > room.bytes) return undefined
  await tx.run(sql`
    insert into draft_file (municipality, draft_id, hash, name, media_type, byte_length, added_at, bytes)
    values (${tx.scope.municipality}, ${draftId}, ${hash}, ${file.name}, ${file.mediaType}, ${file.bytes.byteLength},
            ${file.now}, ${file.bytes}) on conflict do nothing`)
  return hash
}

/** In the order they were added. */
export const listDraftFiles = (tx: ReadTx, draftId: string): Promise<readonly DraftFile[]> =>
  tx.rows(sql`
    select hash, name, media_type as "mediaType", byte_length as "byteLength"
    from draft_file where draft_id = ${draftId} order by added_at, hash`)

export const findDraftFile = (
  tx: ReadTx,
  draftId: string,
  hash: DocumentHash,
): Promise<(DraftFile & { readonly bytes: Uint8Array }) | undefined> =>
  tx.findRow(sql`
    select hash, name, media_type as "mediaType", byte_length as "byteLength", bytes
    from draft_file where draft_id = ${draftId} and hash = ${hash}`)

export const removeDraftFile = (tx: WriteTx, draftId: string, hash: DocumentHash): Promise<number> =>
  tx.run(sql`delete from draft_file where draft_id = ${draftId} and hash = ${hash}`)
