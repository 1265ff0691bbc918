import { defineMessages } from '../i18n/messages.ts'

export const groupWords = defineMessages({
  da: {
    title: 'Grupper',
    lead: 'Grupperne står i ugeskemaerne, på dagens liste og i ugen. Hvem der er i en gruppe, vælges i den enkeltes ugeskema.',
    none: 'Ingen grupper endnu. Tilføj den første.',
    name: 'Navn',
    nameHint: 'Højst 60 tegn.',
    people: 'Har den i ugeskemaet',
    since: 'Fra',
    until: 'Til og med',
    openEnded: 'Indtil videre',
    add: 'Ny gruppe',
    addButton: 'Tilføj gruppen',
    edit: 'Ret gruppen',
    save: 'Gem gruppen',
    saved: 'Gemt.',
    lastDay: 'Sidste dag',
    lastDayHint: 'Lad felterne stå tomme, så længe gruppen er der.',
    stillThere: (n: number) =>
      n === 1
        ? 'Én person har gruppen i sit ugeskema. Den står der, til ugeskemaet bliver ændret.'
        : `${n} personer har gruppen i deres ugeskema. Den står der, til ugeskemaerne bliver ændret.`,
    needName: 'Skriv et navn på højst 60 tegn.',
    needDay: 'Skriv en dag, for eksempel 1 12 2026, eller lad felterne stå tomme.',
    endsBefore: (day: string) => `Vælg ${day} eller en senere dag.`,
  },
  en: {
    title: 'Groups',
    lead: 'The groups stand in the weekly schedules, on the day’s list and in the week. Who is in a group is chosen in each person’s schedule.',
    none: 'No groups yet. Add the first.',
    name: 'Name',
    nameHint: 'At most 60 characters.',
    people: 'Have it in their schedule',
    since: 'From',
    until: 'Up to and including',
    openEnded: 'Until further notice',
    add: 'New group',
    addButton: 'Add the group',
    edit: 'Change the group',
    save: 'Save the group',
    saved: 'Saved.',
    lastDay: 'Last day',
    lastDayHint: 'Leave the fields empty for as long as the group is there.',
    stillThere: (n: number) =>
      n === 1
        ? 'One person has the group in their schedule. It stands there until the schedule is changed.'
        : `${n} people have the group in their schedules. It stands there until the schedules are changed.`,
    needName: 'Write a name of at most 60 characters.',
    needDay: 'Write a day, for example 1 12 2026, or leave the fields empty.',
    endsBefore: (day: string) => `Choose ${day} or a later day.`,
  },
})
