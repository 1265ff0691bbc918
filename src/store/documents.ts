/** Bytes beside the journal, named by what they are: the hash stands in the event. Never changed, never shared by cases. */
import { createHash } from 'node:crypto'
import type { CaseId, DocumentHash } from '../domain/identity.ts'
import type { ReadTx, WriteTx } from './connection.ts'
import { sql } from './sql.ts'

export type DocumentEntry = {
  readonly hash: DocumentHash
  readonly mediaType: string
  readonly name: string
  readonly byteLength: number
  readonly created: string
}

export const hashOfBytes = (bytes: Uint8Array): DocumentHash =>
  createHash('sha256').update(bytes).digest('hex') as DocumentHash

/** Stores a document of a case and gives its hash. The same bytes again change nothing. */
export async function saveDocument(
  tx: WriteTx,
  caseId: CaseId,
  document: {
    readonly bytes: Uint8Array
    readonly name: string
    readonly mediaType: string
    readonly created: Date
  },
): Promise<DocumentHash> {
  const { bytes, name, mediaType, created } = document
  const hash = hashOfBytes(bytes)
  await tx.run(sql`
    insert into document (municipality, stream_id, hash, media_type, name, byte_length, created, bytes)
    values (${tx.scope.municipality}, ${caseId}, ${hash}, ${mediaType}, ${name}, ${bytes.byteLength}, ${created}, ${bytes})
    on conflict do nothing`)
  return hash
}

/** Makes a draft's files documents of the case, without the bytes leaving the database. */
export const adoptDraftFiles = (
  tx: WriteTx,
  draftId: string,
  caseId: CaseId,
  created: Date,
): Promise<readonly { readonly hash: DocumentHash; readonly name: string }[]> =>
  tx.rows(sql`
    with file as (
      select hash, media_type, name, byte_length, added_at, bytes from draft_file where draft_id = ${draftId}
    ), adopted as (
      insert into document (municipality, stream_id, hash, media_type, name, byte_length, created, bytes)
      select ${tx.scope.municipality}, ${caseId}::uuid, hash, media_type, name, byte_length, ${created}::timestamptz, bytes
      from file on conflict do nothing
    )
    select hash, name from file order by added_at, hash`)

export const findDocument = (
  tx: ReadTx,
  caseId: CaseId,
  hash: DocumentHash,
): Promise<(DocumentEntry & { readonly bytes: Uint8Array }) | undefined> =>
  tx.findRow(sql`
    select hash, media_type as "mediaType", name, byte_length as "byteLength", created, bytes
    from document where stream_id = ${caseId} and hash = ${hash}`)

/** What there is of a case, oldest first, without the bytes. */
export const listDocuments = (tx: ReadTx, caseId: CaseId): Promise<readonly DocumentEntry[]> =>
  tx.rows(sql`
    select hash, media_type as "mediaType", name, byte_length as "byteLength", created
    from document where stream_id = ${caseId} order by created, hash`)

/** Every document of a case with its bytes, for whoever checks them all. */
export const readDocuments = (
  tx: ReadTx,
  caseId: CaseId,
): Promise<
  readonly (Pick<DocumentEntry, 'hash' | 'name' | 'mediaType'> & { readonly bytes: Uint8Array })[]
> =>
  tx.rows(sql`
    select hash, name, media_type as "mediaType", bytes from document where stream_id = ${caseId} order by hash`)
