/** The texts of the pages about users. */
import { defineMessages } from '../i18n/messages.ts'

export const userWords = defineMessages({
  da: {
    title: 'Brugere',
    intro:
      'Medarbejdere i kommunen og på tilbuddene. Borgere står her ikke: de logger ind med MitID og ser kun det, de selv er part i.',
    add: 'Tilføj bruger',
    name: 'Navn',
    roles: 'Roller',
    where: 'Enhed eller tilbud',
    state: 'Adgang',
    active: 'Aktiv',
    blocked: 'Spærret',
    none: 'Der er ingen brugere.',
    newTitle: 'Tilføj bruger',
    editTitle: 'Ret bruger',
    subject: 'Id hos log-in',
    subjectHint:
      'Det id (sub), som kommunens log-in giver medarbejderen. Det skal passe præcist, ellers kan medarbejderen ikke komme ind.',
    phone: 'Telefon',
    email: 'E-mail',
    rolesHint: 'Se, hvad hver rolle må, på siden Roller.',
    unit: 'Enhed',
    unitHint: 'Sagsbehandlere og ledere ser deres enheds sager.',
    provider: 'Tilbud',
    providerHint: 'Medarbejdere på tilbud ser dem, der er på tilbuddet.',
    noUnit: 'Ingen enhed',
    noProvider: 'Intet tilbud',
    access: 'Adgang',
    accessOption: 'Brugeren kan logge ind',
    accessHint: 'Fjern fluebenet for at spærre. Brugeren logges af med det samme.',
    save: 'Gem bruger',
    saved: 'Ændringen er gemt og gælder nu.',
    fromLogIn:
      'Roller følger kommunens eget log-in og læses ved hvert log-in; ret dem dér. Det samme gælder navn, e-mail og enhed, hvis log-in oplyser dem. Her kan du spærre brugeren.',
    history: 'Hvem har ændret hvad',
    noHistory: 'Ingen ændringer er registreret.',
    created: 'Oprettet',
    changed: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
    nothing: 'ingen',
    by: (name: string) => `Af ${name}`,
    logIn: 'kommunens log-in',
    somebody: 'en tidligere bruger',
    conflictTitle: 'En anden har ændret brugeren i mellemtiden',
    conflict:
      'Se ændringen nederst på siden. Det, du skrev, står der stadig. Gem igen, hvis det stadig skal gælde.',
    missing: 'Udfyld feltet.',
    subjectTaken: 'En anden bruger har allerede det id.',
    emailWrong: 'Skriv en e-mailadresse, fx navn@kommune.dk.',
    rolesMissing: 'Vælg mindst én rolle.',
    unitMissing: 'Sagsbehandlere og ledere skal have en enhed.',
    providerMissing: 'En medarbejder på et tilbud skal have et tilbud.',
    providerOnly:
      'Et tilbuds medarbejder kan ikke også have kommunens roller. Opret en bruger til hver, så adgangen ikke blandes.',
    leadIsStaff: 'En leder af et tilbud er også medarbejder på det. Sæt begge fluebener.',
    providerNotTheirs: 'Kun medarbejdere på tilbud har et tilbud.',
    lastAdministrator:
      'Der skal altid være mindst én administrator. Giv først en anden rollen, før du fjerner den her.',
  },
  en: {
    title: 'Users',
    intro:
      'Staff of the municipality and of the providers. Citizens are not here: they log in with MitID and see only what they are a party to.',
    add: 'Add user',
    name: 'Name',
    roles: 'Roles',
    where: 'Unit or provider',
    state: 'Access',
    active: 'Active',
    blocked: 'Blocked',
    none: 'There are no users.',
    newTitle: 'Add user',
    editTitle: 'Change user',
    subject: 'Id at log-in',
    subjectHint:
      'The id (sub) that the municipality’s log-in gives the member of staff. It must match exactly, or they cannot get in.',
    phone: 'Telephone',
    email: 'E-mail',
    rolesHint: 'See what each role may do on the page Roles.',
    unit: 'Unit',
    unitHint: 'Caseworkers and managers see their unit’s cases.',
    provider: 'Provider',
    providerHint: 'Staff of providers see the people placed there.',
    noUnit: 'No unit',
    noProvider: 'No provider',
    access: 'Access',
    accessOption: 'The user can log in',
    accessHint: 'Remove the tick to block. The user is logged out at once.',
    save: 'Save user',
    saved: 'The change is saved and holds from now.',
    fromLogIn:
      'Roles follow the municipality’s own log-in and are read at each log-in; change them there. So do name, e-mail and unit where the log-in tells them. Here you can block the user.',
    history: 'Who changed what',
    noHistory: 'No changes are recorded.',
    created: 'Added',
    changed: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
    nothing: 'none',
    by: (name: string) => `By ${name}`,
    logIn: 'the municipality’s log-in',
    somebody: 'a former user',
    conflictTitle: 'Somebody else changed the user meanwhile',
    conflict:
      'See the change at the bottom of the page. What you wrote still stands here. Save again if it still holds.',
    missing: 'Fill in the field.',
    subjectTaken: 'Another user already has that id.',
    emailWrong: 'Write an e-mail address, such as name@kommune.dk.',
    rolesMissing: 'Choose at least one role.',
    unitMissing: 'Caseworkers and managers must have a unit.',
    providerMissing: 'A member of a provider’s staff must have a provider.',
    providerOnly:
      'A provider’s staff cannot also have the municipality’s roles. Add a user for each, so that access is not mixed.',
    leadIsStaff: 'A provider’s lead is also one of its staff. Tick both.',
    providerNotTheirs: 'Only staff of providers have a provider.',
    lastAdministrator:
      'There must always be at least one administrator. Give somebody else the role before you take it away here.',
  },
})

export type UserWord = Exclude<
  {
    [K in keyof ReturnType<typeof userWords>]: ReturnType<typeof userWords>[K] extends string ? K : never
  }[keyof ReturnType<typeof userWords>],
  undefined
>
