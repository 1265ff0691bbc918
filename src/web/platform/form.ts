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

export const emptyForm: Form = formOf(new Map(), new Map())

/** Reads a request's body as a form. Files without a name (nothing chosen) are left out. */
export async function readForm(request: Request): Promise<Form> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('multipart/form-data'))
    return emptyForm
  const data = await request.formData()
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
