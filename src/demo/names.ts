/** Names and streets of people who do not exist: common given and family names, and streets that are made up. */

export const womensNames: readonly string[] = (
  'Anne Bente Birgit Britta Camilla Cecilie Charlotte Dorthe Ditte Elin Ellen Emma Fatima Freja Gerda ' +
  'Gitte Hanne Helle Ida Inge Irene Jette Johanne Josefine Karen Karla Kirsten Laura Line Lis Lone ' +
  'Maja Malene Maren Marie Mathilde Mette Mona Nanna Nina Oda Pernille Rikke Rosa Ruth Sanne Signe ' +
  'Sofie Solvej Susanne Tina Trine Ulla Vibeke Yasmin Åse'
).split(' ')

export const mensNames: readonly string[] = (
  'Ahmed Aksel Allan Anders Arne Benny Bent Bjarne Carl Christian Claus Dennis Emil Erik Flemming ' +
  'Frederik Frode Gorm Hans Henning Henrik Ib Ivan Jakob Jens Jesper Jonas Jørgen Kaj Karsten Kenneth ' +
  'Kim Knud Lars Leif Mads Magnus Martin Mikkel Morten Niels Ole Oskar Palle Per Peter Poul Rasmus ' +
  'Søren Steen Sune Thomas Tobias Torben Viggo William'
).split(' ')

export const familyNames: readonly string[] = (
  'Agerskov Andersen Bech Bertelsen Bjerre Bjerregaard Boisen Brandt Bruun Buhl Bæk Carstensen ' +
  'Christensen Clausen Dahl Damgaard Ebbesen Enevoldsen Eskildsen Fisker Friis Gade Graversen ' +
  'Gregersen Hald Hansen Hedegaard Hermansen Holst Iversen Jensen Jeppesen Jessen Juhl Jørgensen ' +
  'Kjeldsen Klausen Knudsen Kofoed Kragh Kruse Lange Larsen Laursen Lauritsen Lind Lorentzen Lund ' +
  'Madsen Mikkelsen Mortensen Mølgaard Nielsen Nissen Nygaard Nørgaard Olesen Østergaard Paulsen ' +
  'Pedersen Petersen Poulsen Ravn Riis Schmidt Skov Skovgaard Smed Steffensen Storm Svendsen Sørensen ' +
  'Thomsen Thygesen Toft Uldall Vestergaard Villadsen Winther Aagaard'
).split(' ')

export const streets: readonly string[] = (
  'Blåklokkestien Duehusvangen Enebærlunden Fasangården Gåsebakken Havrekærvej Hyldehegnet ' +
  'Kløverhøjen Kornloftet Lyngtoften Mergelkrogen Nøddehegnet Pilehjørnet Rugstubben Sivkæret ' +
  'Storkeengen Tidselbakken Tørvekrogen Ulvehøjvangen Vandmølletoften'
).split(' ')

/** Post towns by municipality. */
export const towns: Readonly<Record<string, readonly (readonly [postalCode: string, town: string])[]>> = {
  '0575': [
    ['6600', 'Vejen'],
    ['6650', 'Brørup'],
    ['6630', 'Rødding'],
    ['6670', 'Holsted'],
    ['6621', 'Gesten'],
    ['6660', 'Lintrup'],
    ['6683', 'Føvling'],
  ],
  '0999': [['9999', 'Lillerup']],
}
