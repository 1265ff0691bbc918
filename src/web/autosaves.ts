/** The routes that a form saves itself by while somebody writes: one look at the form is told, and not every pause in it. */
export const autosaves: readonly string[] = ['authority.draft']
