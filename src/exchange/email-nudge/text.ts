/** The whole of what such an e-mail says, to everybody and always. Nothing is put into it. */
export const nudgeText = {
  subject: 'Du har en ny besked',
  text: 'Du har en ny besked. Log ind for at læse den.\n\nDu kan ikke svare på denne e-mail.\n',
} as const
