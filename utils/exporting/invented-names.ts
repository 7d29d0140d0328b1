/** Names nobody here bears, for exports that say who spoke to whom and not who they are. */
export const GIVEN =
  'Abril Adela Alba Alma Amaro Amelia Anaïs Arlo Aura Bruna Bruno Calixto Camilo Carmela Casilda Celso Cira Clío Cosme Dalia Dante Delia Dino Edna Elián Elio Elsa Elvio Ema Emilia Enzo Fabia Fabio Fausto Febe Flavia Florián Gala Galo Gema Gilda Greta Gualterio Hebe Helia Hugo Ilda Indira Inti Íria Isauro Ivo Jacinta Jano Jara Jazmín Jonás Judit Julio Kai Lalo Lara Lavinia Leda Leo Lía Lidia Lino Livia Lope Lorena Luca Luz Maia Malena Manoel Mara Marcia Mateo Melina Milo Mina Mirta Nadia Nara Neo Nerina Nico Nilo Nina Noa Noé Nora Nuria Odile Olga Olimpia Omar Ona Orfeo Oscar Otilia Palmira Paz Perla Plácido Quim Ramiro Regina Remo Rita Rocco Rosaura Rufo Sabina Salma Saúl Selma Silvano Sira Sonia Tadea Tadeo Talía Telma Teo Tilda Tirso Tobías Ulises Urbano Valeria Vera Viola Wanda Xenia Yago Yara Zenón Zita Zoilo'.split(
    ' ',
  );

export const FAMILY =
  'Abedul Acebo Alameda Alcor Alerce Almena Aliso Amapola Arce Arrecife Avellano Azor Barranco Brezal Brezo Brújula Cabrera Calero Cala Cantal Cañada Cárabo Caracola Carrizo Castaño Cedro Cereza Cierzo Ciervo Cisne Collado Coral Cornisa Cuarzo Cumbre Dehesa Duna Encina Enebro Ensenada Escarcha Espiga Estela Estuario Faro Fresno Garza Ginesta Glaciar Grana Granado Haya Helecho Hiedra Higuera Hinojo Jara Junco Ladera Laguna Lavanda Lebeche Levante Lince Lirio Lontra Madroño Majuelo Manzano Marisma Mirlo Mistral Monzón Musgo Nácar Nogal Nube Olivo Olmo Orilla Otero Páramo Peral Petirrojo Piedra Pinar Poniente Pradera Quejigo Rada Regato Retama Ribera Robledal Rocío Romero Sabina Salina Sauce Senda Serbal Serrano Sierra Solana Taray Tejo Tilo Tomillo Torrente Trigal Umbría Vega Ventisca Vereda Yedra Zarza Zorzal'.split(
    ' ',
  );
