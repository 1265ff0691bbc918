/**
 * Official test persons: MedCom's, as published by HL7 Denmark in dk-core (CC0, revised 2024-07-02). Their CPR numbers are
 * reserved for tests; none of them passes modulo 11.
 */
export const testPersons: readonly (readonly [cpr: string, givenName: string, familyName: string])[] = [
  ['0201609995', 'Einer Test', 'Lauridsen'],
  ['0201609996', 'Lonni Test', 'Lauridsen'],
  ['0504909995', 'Magnus Test', 'Lauridsen'],
  ['0504909989', 'Rasmus Test', 'Lauridsen'],
  ['0201919990', 'Else Test', 'Lauridsen'],
  ['0201919996', 'Ellen Louise Test', 'Lauridsen'],
  ['0108589995', 'Schwendlund Test', 'Mosebryggersen'],
  ['0108629996', 'May June Test', 'Moberg'],
  ['0104909995', 'Sverre Test', 'Mosebryggersen'],
  ['0104909989', 'Torre Test', 'Mosebryggersen'],
  ['1502799995', 'Odd Haugen Test', 'Mosebryggersen'],
  ['1502829995', 'Knut Odvar Test', 'Mosebryggersen'],
  ['0506889996', 'Sille June Test', 'Mosebrygersen'],
  ['2512489996', 'Nancy Ann Test', 'Berggren'],
  ['2509479989', 'Bruno Test', 'Elmer'],
  ['0107729995', 'Max Test', 'Berggren'],
  ['1502779995', 'Ruddi Test', 'Berggren'],
  ['2911829996', 'Kirsten Test', 'Berggren'],
  ['1509819996', 'Brita Test', 'Berggren'],
  ['0505059996', 'Pia Test', 'Berggren'],
  ['3103979995', 'Anders Test', 'Jensen'],
  ['1007059995', 'Muhammed Test', 'Abdul'],
  ['3001749995', 'Niels Test', 'Vendelboe'],
  ['2103009996', 'Kaja Test', 'Hansen'],
]
