/**
 * Fælles Faglige Begreber as far as the assessment uses them: target groups, themes with their sub-themes, and the levels
 * of functioning, each with its code and its Danish name. Names are KL's own and are not translated.
 * Source: KL terminology (kl-term 2.3.0), code system urn:oid:1.2.208.176.2.22, version 20240530.
 */

import type { InterventionResult } from '../case/follow-up/events.ts'

export type FfbConcept = { readonly code: string; readonly name: string }

/** Only the leaves are target groups; the headings gather them. */
export const targetGroupHeadings: readonly {
  readonly name: string
  readonly targetGroups: readonly FfbConcept[]
}[] = [
  {
    name: 'Døvblindhed',
    targetGroups: [
      { code: '0d66b364-958e-48cf-a18b-744fab284194', name: 'Erhvervet døvblindhed' },
      { code: 'ab7b7d7b-b7bb-4b8c-99d9-5c98a302b771', name: 'Medfødt døvblindhed' },
    ],
  },
  {
    name: 'Funktionsnedsættelse',
    targetGroups: [
      { code: 'f1c7ee41-21b4-4dba-9424-c874bf72b5e7', name: 'Multipel funktionsnedsættelse' },
      { code: '1f23325e-c9c9-455b-bfe7-b4dcd1bb63e5', name: 'Sjældent forekommende funktionsnedsættelse' },
    ],
  },
  {
    name: 'Fysisk funktionsnedsættelse',
    targetGroups: [
      { code: 'da298aec-cd7d-436c-9927-d88d00066881', name: 'Anden fysisk funktionsnedsættelse' },
      { code: '7ef8be83-90d1-4375-b1cb-24710bea21c7', name: 'Hørenedsættelse' },
      { code: '5cb8997c-eb10-477f-b653-b2a5ff11ce7d', name: 'Kommunikationsnedsættelse' },
      { code: '6e155207-db12-419a-8d9c-d67756533056', name: 'Mobilitetsnedsættelse' },
      { code: '615310e8-f702-4455-910b-9d6d8aa684fb', name: 'Synsnedsættelse' },
    ],
  },
  {
    name: 'Hjerneskade',
    targetGroups: [
      { code: 'd26f97e8-99ed-46a9-94db-93340f77a950', name: 'Erhvervet hjerneskade' },
      { code: '1097d07f-1dba-4cc2-ae3a-399a501c2eb6', name: 'Medfødt hjerneskade' },
    ],
  },
  {
    name: 'Intellektuel/kognitiv forstyrrelse',
    targetGroups: [
      { code: '17ce646b-4469-4a73-82a9-9628436f6c70', name: 'Anden intellektuel/kognitiv forstyrrelse' },
      { code: '7b48f1a0-579b-4976-ae7c-4074b5981449', name: 'Demens' },
      { code: '97c355cc-84e3-46d0-ac1b-00bc627d089f', name: 'Udviklingshæmning' },
    ],
  },
  {
    name: 'Kriminalitet',
    targetGroups: [
      { code: '6a038911-d866-4910-90ae-72ca55c641ea', name: 'Ikke-personfarlig kriminalitet' },
      { code: 'df42d472-06f6-4c5f-9dcf-64aa6cc20925', name: 'Personfarlig kriminalitet' },
    ],
  },
  {
    name: 'Misbrug',
    targetGroups: [
      { code: 'ab4413f0-fa81-41c0-ad8c-21782c12a0fa', name: 'Alkoholmisbrug' },
      { code: '0e25a2ec-4f04-4d14-a5ad-a6519a7d1d5f', name: 'Stofmisbrug' },
    ],
  },
  {
    name: 'Overgreb',
    targetGroups: [
      { code: '905caa77-2b98-48ce-b0e1-35dc4c1cc4bd', name: 'Andet overgreb' },
      { code: 'c47fd846-f1e0-4786-89a4-88d00e7a86c0', name: 'Seksuelt overgreb' },
      { code: '3412d671-22bf-456c-b963-c4e05c2725a0', name: 'Voldeligt overgreb' },
    ],
  },
  {
    name: 'Psykiske vanskeligheder',
    targetGroups: [
      { code: '851b2a9d-cde2-4d5d-8f33-d03789022cbb', name: 'Anden psykisk vanskelighed' },
      { code: '303deb9b-84f0-49d2-ab7a-f8b98eed40a2', name: 'Angst' },
      { code: 'ee5b52bd-b839-4e69-ad04-c8b33eabfbde', name: 'Depression' },
      { code: 'f2ccc0c0-2a0a-49c9-9d6a-741a7cd220a3', name: 'Forandret virkelighedsopfattelse' },
      { code: '6aac5ae6-ef06-4866-9c66-16d51ebbc83b', name: 'Personlighedsforstyrrelse' },
      { code: '192b7d79-415c-4f4f-9223-607938ecbe97', name: 'Spiseforstyrrelse' },
      { code: 'afaa7e31-2b5d-4a49-9008-56aa8df8dc13', name: 'Stressbelastning' },
      { code: 'd42d8f41-2d07-4391-a687-bad51172d0c9', name: 'Tilknytningsforstyrrelse' },
    ],
  },
  {
    name: 'Socialt problem',
    targetGroups: [
      { code: '66fac925-3488-43b3-8e50-4510d3821b37', name: 'Andet socialt problem' },
      { code: '293bf940-c075-4e3d-b5ef-6e331202e556', name: 'Hjemløshed' },
      { code: '3b166cb0-df17-4002-a4c4-69e9a943645c', name: 'Indadreagerende adfærd' },
      { code: 'f1f4d709-19d2-48cc-8942-231bf912323d', name: 'Omsorgssvigt' },
      { code: '122f3f8e-84a0-476f-b9c5-0e40b1dcf113', name: 'Prostitution' },
      { code: '6fd0f315-2297-4d66-b638-3f867a0900e0', name: 'Seksuelt krænkende adfærd' },
      { code: '5e95db73-4d16-4084-93a3-595c0650b160', name: 'Selvmordstanker eller -forsøg' },
      { code: '3e3f5ebf-82c1-401b-ab5e-e6138a31da3a', name: 'Selvskadende adfærd' },
      { code: '16075f99-3694-4878-a48d-b2f4b515cb76', name: 'Social isolation' },
      { code: 'e1b59a4a-9cc2-4113-a5f1-84af588b02a2', name: 'Udadreagerende adfærd' },
    ],
  },
  {
    name: 'Udviklingsforstyrrelse',
    targetGroups: [
      { code: '5cfc9530-a193-4f66-9981-3b980ee9ea7b', name: 'Anden udviklingsforstyrrelse' },
      { code: '9b3fd322-a75a-4ed8-9b74-425fa1e01c95', name: 'Autismespektrum' },
      { code: 'cc6a58cf-d3d2-4e5f-b7fe-98b009647eac', name: 'Opmærksomhedsforstyrrelse' },
      {
        code: 'e6a269f5-944a-4ff8-b4d8-6dc2134d9167',
        name: 'Udviklingsforstyrrelse af sansemotoriske færdigheder',
      },
      { code: '93d52b11-faa7-4ff7-b552-11a84cce8bf1', name: 'Udviklingsforstyrrelse af skolefærdigheder' },
      { code: '71dfe6d1-ebc1-4414-8527-edf8e605c356', name: 'Udviklingsforstyrrelse af tale og sprog' },
    ],
  },
]

/** `activity` is Aktivitet og deltagelse, the only area in which FFB gives a level. */
export type FfbArea = 'activity' | 'functions' | 'surroundings'
export type FfbTheme = FfbConcept & { readonly area: FfbArea; readonly subthemes: readonly FfbConcept[] }

export const themes: readonly FfbTheme[] = [
  {
    code: 'eef71492-65f5-4297-aa95-3c3a6866ddef',
    name: 'Praktiske opgaver',
    area: 'activity',
    subthemes: [
      { code: '8f32c948-41c4-49d7-8913-cdeede2e7fe1', name: 'Gøre rent' },
      { code: '01770afa-cd17-41fe-a966-b8895e4d55d8', name: 'Købe ind' },
      { code: 'b947f321-7cdb-4b33-9653-f3ff800572b0', name: 'Lave mad' },
      { code: '4a51d7a7-61e7-48fa-a1d5-9d26337c6c38', name: 'Passe ejendele' },
      { code: '58ef570c-1c1e-47be-8bfd-26ed99825762', name: 'Udvise hjælp og omsorg for andre' },
      { code: 'bd67597b-e80f-427f-8cf9-79d01eff91fc', name: 'Vaske tøj' },
    ],
  },
  {
    code: 'da3f488f-1742-4d00-b247-a7d47500b36b',
    name: 'Egenomsorg',
    area: 'activity',
    subthemes: [
      { code: '14615a09-bd94-4602-b43a-f6d3d3f9801d', name: 'Drikke' },
      { code: '3a748135-98a8-416a-808d-bff88a8e40ee', name: 'Dyrke interesse' },
      { code: '94fb3ea0-92cf-43b1-929b-c95e6fb739a1', name: 'Gå på toilettet' },
      { code: '347aa085-4fe2-411f-ac56-5693d164adc3', name: 'Klæde sig af og på' },
      { code: 'b3939f0b-43d9-4e8c-bb2e-50ff8bb7ed03', name: 'Pleje sin krop' },
      { code: '464a2ab6-a7df-4b3a-b74d-7873f4cfe668', name: 'Spise' },
      { code: '4a58417e-9a75-43f2-9763-66505050159f', name: 'Varetage egen sundhed' },
      { code: '28fbf17e-bca3-45e1-be35-553e3d91f1b7', name: 'Varetage sin seksualitet' },
      { code: '885400cc-dd71-479e-8993-3fc48fdd6710', name: 'Vaske sig' },
    ],
  },
  {
    code: 'd1495b2c-1452-4e49-8dbe-8193af5d8823',
    name: 'Mobilitet',
    area: 'activity',
    subthemes: [
      { code: '320c9aa6-630e-4695-bba2-29ea808fad24', name: 'Bære, flytte og håndtere genstande' },
      { code: 'eff3385d-01fa-4c9c-9850-52e179243f21', name: 'Færdes med transportmidler' },
      { code: '4977ce08-df4d-4c09-8e03-c2a563862e68', name: 'Gå og bevæge sig' },
      { code: '759ddc8e-57c0-4aa6-8d32-14d8eb51c5dd', name: 'Ændre og opretholde kropsstilling' },
    ],
  },
  {
    code: 'c2b186f9-9c10-478e-8345-2d2c37ab4c46',
    name: 'Kommunikation',
    area: 'activity',
    subthemes: [
      { code: 'a80e8f96-18ba-4ee4-9496-d3ce882c2f85', name: 'Anvende kommunikationsudstyr- og teknikker' },
      { code: '9bbbffef-c404-4ea3-a927-cd22d8027e6d', name: 'Forstå meddelelser' },
      { code: '2ba29098-a527-43d5-b858-4c5353669f42', name: 'Fremstille meddelelser' },
      { code: '986898d0-e2e5-4afa-9cb3-ee7aecaa0143', name: 'Samtale' },
    ],
  },
  {
    code: 'dfbe6ff6-223b-436a-b864-8ba29bda41e2',
    name: 'Samfundsliv',
    area: 'activity',
    subthemes: [
      { code: '8bef71de-55b5-47fe-b438-18ac769106b3', name: 'Håndtere post' },
      { code: '685e8517-2f5c-4ef8-a7c4-fa2d008fdd9d', name: 'Varetage beskæftigelse' },
      { code: 'fd4b8dd3-5c4b-4257-8c13-ea045617d2f6', name: 'Varetage bolig' },
      { code: '8888edfa-642b-4329-9fe3-a9b180e6d3f4', name: 'Varetage uddannelse' },
      { code: '70443014-3faf-402d-abcf-396bfad32eb9', name: 'Varetage økonomi' },
    ],
  },
  {
    code: '3856b434-f72e-42a5-b9d1-0cc93f48434b',
    name: 'Relationer',
    area: 'activity',
    subthemes: [
      {
        code: 'dcc6bb77-45af-4625-9c4d-7d7878307220',
        name: 'Deltage i sociale fællesskaber og fritidsaktiviteter',
      },
      { code: '3f9da5ac-9686-4eeb-b517-b46e17fcb1d7', name: 'Indgå i samspil og kontakt' },
      { code: '4c082610-b122-4019-96f2-1061e287445e', name: 'Varetage relationer til netværk' },
    ],
  },
  {
    code: 'a134c31d-d316-46d4-935e-e500874dbbe1',
    name: 'Fysiske funktioner',
    area: 'functions',
    subthemes: [
      { code: '3b4bcb40-f761-46a5-bc5f-b30ac37c88ed', name: 'Bevægelse' },
      { code: 'eb3599bc-c0bb-4281-8a1c-bf6eab8ffde3', name: 'Hørelse' },
      { code: 'b37419b3-c5f2-43e9-9e9d-4037b06b3fa5', name: 'Smerte og sansefunktioner' },
      { code: '1a6585e7-25a6-4518-9384-8f6290f879cc', name: 'Stemme og tale' },
      { code: '9959e779-e8ee-47e8-989b-bbff4aae2883', name: 'Syn' },
    ],
  },
  {
    code: '25c5c614-305f-46cd-9891-55d564fc30cf',
    name: 'Mentale funktioner',
    area: 'functions',
    subthemes: [
      { code: '4934e45a-0f93-4c23-a767-2b681378700b', name: 'Bevidsthedstilstand' },
      { code: 'dccaa419-0bcd-4056-a11a-2e385e23edc6', name: 'Følelser og adfærd' },
      { code: '61452fe5-cea2-4d92-b2f1-406e9a5d31cb', name: 'Hukommelse' },
      { code: '8028b034-cad2-42df-b51c-aaba9c0bba61', name: 'Igangsætning og motivation' },
      { code: '6279a3dc-7085-4157-809c-f96922242b1b', name: 'Indsigt i egen situation' },
      { code: 'ef4271c4-f942-4194-a2b0-e9a7045eab22', name: 'Intellektuelle funktioner' },
      { code: '17c35058-eb88-4a7a-8727-74cd12be42c7', name: 'Opmærksomhed og koncentrationsevne' },
      { code: '9c2173e6-6465-44d3-af16-7c44059193b2', name: 'Organisering og planlægning' },
      { code: 'f7c0ef6c-18ba-4d38-9df5-4c891f154a08', name: 'Orienteringsevne' },
      { code: 'b93216fa-3843-4a7e-85bc-e3ef35a1967f', name: 'Problemløsning' },
      { code: '52e0b8dd-f5fa-4e1a-b66e-f5e4a41bd313', name: 'Psykosociale funktioner' },
      { code: '3591c972-5b15-4bbd-86c7-91622cda56e8', name: 'Virkelighedsopfattelse' },
    ],
  },
  {
    code: 'e1836145-0c20-4e20-971e-d62dfe4ea1a0',
    name: 'Sociale forhold',
    area: 'functions',
    subthemes: [
      { code: '35c56275-0093-4901-9fd8-d06fdb5cb8f3', name: 'Boligsituation' },
      { code: '7a8f247b-baf8-4552-95bb-acf8ef004b74', name: 'Familiesituation' },
      { code: '52efa2e9-e0dc-41eb-8c01-9865e2fdebae', name: 'Interesser' },
      { code: '83cf43f1-6d71-477c-8583-2e28755b41d3', name: 'Kriminalitet' },
      { code: 'e993d8c3-b7d7-4d72-9be2-937e5ba38b5a', name: 'Prostitution' },
      { code: 'd493a97d-6036-423d-87ff-c2a086e9d664', name: 'Traumatiske oplevelser' },
      { code: 'f695cec7-2b39-4c7e-8731-da8558a4fb3f', name: 'Uddannelse og job' },
      { code: '08aa68ce-acd6-4e03-b6b5-091811324345', name: 'Økonomisk situation' },
    ],
  },
  {
    code: '4fb78b88-d3af-4cfb-84d7-f06daf423317',
    name: 'Sundhedsforhold',
    area: 'functions',
    subthemes: [
      { code: 'e6f82424-da5a-41d1-bd1a-5796aa79d5f2', name: 'Døgnrytme' },
      { code: '69dbfad7-859a-4596-8737-8054f6b4948f', name: 'Fysisk helbred' },
      { code: 'c67aed23-d4f3-4ae6-8886-156c99048e5b', name: 'Kost' },
      { code: '0b650369-258a-4d01-a811-42b306c2f89d', name: 'Motion' },
      { code: 'c8f4475a-8de3-4920-ad0c-eea78c49a68d', name: 'Rusmidler' },
      { code: '081ab1be-7dc1-41fa-803c-12a146eb0b74', name: 'Sundhedsfaglig behandling og træning' },
      { code: '83376fdb-f55d-4dd9-944e-b49631a9836f', name: 'Søvn' },
      { code: 'f5b8e809-7689-4952-838c-a069c99408b3', name: 'Tobak' },
    ],
  },
  {
    code: '7445fb2b-0009-43d9-b49b-1b9782f2fcd9',
    name: 'Omgivelser',
    area: 'surroundings',
    subthemes: [
      { code: '83342ff3-5f2e-4914-b045-e98357685866', name: 'Boligområde' },
      { code: '22eef871-6650-426f-8b79-8d40a6c62808', name: 'Holdninger i omgivelserne' },
      { code: 'df194a84-6e4b-4f14-a194-d8d9d9a1fcad', name: 'Personer i netværk' },
    ],
  },
]

/** Funktionsevneniveau: the number is KL's documented order of the codes, no code itself. */
export const functioningLevels: readonly (FfbConcept & { readonly level: number })[] = [
  { level: 0, code: 'b508ff66-6326-4862-a6d7-7bbf184c9823', name: 'Ingen nedsat funktionsevne' },
  { level: 1, code: '8328ce4a-6238-4f73-bf1a-74aadb68eff8', name: 'Let nedsat funktionsevne' },
  { level: 2, code: '5bdde847-2837-416b-ab63-bbff8b7aa531', name: 'Moderat nedsat funktionsevne' },
  { level: 3, code: 'cae545f5-2813-4d79-98fc-0a7d770af3cd', name: 'Svært nedsat funktionsevne' },
  { level: 4, code: '832ae90b-23b5-4063-80aa-0b81bdce680e', name: 'Fuldstændig nedsat funktionsevne' },
]

/** What an activity of a day offer is, among KL's interventions under “Aktivitet og samvær”. */
export const activityKinds = [
  { code: '7e419926-bb04-4829-99c9-95ea20403c2c', name: 'Social aktivitet' },
  { code: 'be5d5058-ef06-42a9-b894-51e44513e717', name: 'Kreativ aktivitet' },
  { code: '66e23d66-1c5f-4070-bed1-8827cc863dcd', name: 'Fysisk aktivitet' },
  { code: '2c1944be-fe87-4c42-b08e-9cc075c9ef18', name: 'Oplevelsesaktivitet' },
  { code: '299af83f-586c-4c17-8af6-c8c47a847d6d', name: 'Sansestimulerende aktivitet' },
  { code: 'f25674bf-3162-45c3-bde4-6d542bf9629b', name: 'Kompetenceudviklende aktivitet' },
] as const satisfies readonly FfbConcept[]
export const activityKindCodes = activityKinds.map(({ code }) => code)

export const targetGroups: readonly FfbConcept[] = targetGroupHeadings.flatMap(
  (heading) => heading.targetGroups,
)
const subthemes: readonly FfbConcept[] = themes.flatMap((theme) => theme.subthemes)

export const findTheme = (code: string): FfbTheme | undefined => themes.find((theme) => theme.code === code)
export const findTargetGroup = (code: string): FfbConcept | undefined =>
  targetGroups.find((group) => group.code === code)
export const findSubtheme = (code: string): FfbConcept | undefined =>
  subthemes.find((subtheme) => subtheme.code === code)

/** The concept that KL calls by this name. Throws where there is none: for names written in the product itself. */
export function getByName<C extends FfbConcept>(among: readonly C[], name: string): C {
  const found = among.find((concept) => concept.name === name)
  if (found === undefined) throw new Error(`FFB has nothing called ${name} here`)
  return found
}

/** Status på indsats: the result of a follow-up (KLFollowUpCodesFFB). Each is a decision to be made, never one by itself. */
export const followUpResults = {
  continue: {
    code: '1e971d84-10a4-4ef8-a8b3-0daa4c7d088a',
    name: 'Træf afgørelse om fortsættelse af indsats',
  },
  endAndReferToNew: {
    code: 'b4c01aa8-82fd-44e4-83ff-ca19ec02c779',
    name: 'Træf afgørelse om afslutning af indsats og visiter til ny',
  },
  end: { code: 'd7d03656-4c87-4e67-9146-aa5990460f16', name: 'Træf afgørelse om afslutning af indsats' },
} as const satisfies Record<InterventionResult, FfbConcept>
