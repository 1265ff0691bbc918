/** A posted form: text fields, repeated fields and files, and what every form carries hidden. */

export type UploadedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

export type Form = {
  /** The trimmed value, or undefined when it is empty or not there. */
  readonly text: (name: string) => string | undefined
  /** Every value of a repeated field, such as a group of checkboxes. */
  readonly all: (name: string) => readonly string[]
  readonly files: (name: string) => readonly UploadedFile[]
  /** Everything typed, to fill the form again when something is wrong with it. */
  readonly values: Readonly<Record<string, readonly string[]>>
  /** The form's own id (`_command`): a repeat returns the first result. */
  readonly commandId: string | undefined
  /** The last event the person had seen (`_basedOn`). */
  readonly basedOn: number | undefined
}

export function formOf(
  fields: ReadonlyMap<string, readonly string[]>,
  files: ReadonlyMap<string, readonly UploadedFile[]>,
): Form {
  const all = (name: string): readonly string[] => fields.get(name) ?? []
  const text = (name: string): string | undefined => all(name)[0]?.trim() || undefined
  const basedOn = Number(text('_basedOn'))
  return {
    text,
    all: (name) => all(name).filter((value) => value !== ''),
    files: (name) => files.get(name) ?? [],
    values: Object.fromEntries([...fields].filter(([name]) => !name.startsWith('_'))),
    commandId: text('_command'),
    basedOn: Number.isInteger(basedOn) && basedOn > 0 ? basedOn : undefined,
  }
}

/** What somebody wrote in more than a word: what is worth giving back when the form itself cannot be shown again. */
export const sentencesIn = ({ values }: Form): readonly string[] =>
  Object.values(values)
    .flat()
    .map((value) => value.trim())
    .filter((value) => /\s/.test(value))

export const emptyForm: Form = formOf(new Map(), new Map())

/** Why a body was not taken: too large, or no form. */
export type NotAForm = { readonly status: 413 | 415 }
export const isForm = (read: Form | NotAForm): read is Form => !('status' in read)

/** Reads a request's body as a form of at most so many bytes. Files without a name (nothing chosen) are left out. */
export async function readForm(request: Request, limit: number): Promise<Form | NotAForm> {
  const type = request.headers.get('content-type') ?? ''
  const body = await readBody(request, limit)
  if (body === undefined) return { status: 413 }
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)) return { status: 415 }
  const data = await new Response(body, { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined)
  if (data === undefined) return { status: 415 }
  const fields = new Map<string, string[]>()
  const files = new Map<string, UploadedFile[]>()
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value])
    else if (value.name !== '' && value.size > 0)
      files.set(name, [
        ...(files.get(name) ?? []),
        { name: value.name, mediaType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) },
      ])
  }
  return formOf(fields, files)
}

/** As `readForm`, for what our own script posts. The value is whatever stood there. */
export async function readJson(
  request: Request,
  limit: number,
): Promise<{ readonly value: unknown } | NotAForm> {
  const body = await readBody(request, limit)
  if (body === undefined) return { status: 413 }
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? '')) return { status: 415 }
  try {
    return { value: JSON.parse(Buffer.from(body).toString('utf8')) }
  } catch {
    return { status: 415 }
  }
}

/**
 * The bytes, or undefined when there are more than the limit. What is too much is thrown away as it comes: a browser
 * that is cut off while it sends shows its own error and not our page.
 */
async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
    if (size > 4 * limit) break
  }
  if (size > limit) return undefined
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.byteLength
  }
  return all
}
