// Meta's numbers for time zones, as IANA names. Numbers it does not list are unknown, not an error.

/** Letters for regions in the list below; names without one lie in America. */
const REGIONS: Record<string, string> = {
  E: 'Europe',
  S: 'Asia',
  F: 'Africa',
  P: 'Pacific',
  U: 'Australia',
  T: 'Atlantic',
  I: 'Indian',
};

/** From Meta's "Timezone IDs" page for ad accounts, v24.0: the numbers 1, 2, 3 … in order, five to a line. */
const ZONES = `
Los_Angeles Denver P/Honolulu Anchorage Phoenix
Chicago New_York S/Dubai Argentina/San_Luis Argentina/Buenos_Aires
Argentina/Salta E/Vienna U/Perth U/Broken_Hill U/Sydney
E/Sarajevo S/Dhaka E/Brussels E/Sofia S/Bahrain
La_Paz Noronha Campo_Grande Belem Sao_Paulo
Nassau Dawson Vancouver Dawson_Creek Edmonton
Rainy_River Regina Atikokan Iqaluit Toronto
Blanc-Sablon Halifax St_Johns E/Zurich P/Easter
Santiago S/Shanghai Bogota Costa_Rica S/Nicosia
E/Prague E/Berlin E/Copenhagen Santo_Domingo P/Galapagos
Guayaquil E/Tallinn F/Cairo T/Canary E/Madrid
E/Helsinki E/Paris E/London F/Accra E/Athens
Guatemala S/Hong_Kong Tegucigalpa E/Zagreb E/Budapest
S/Jakarta S/Makassar S/Jayapura E/Dublin S/Jerusalem
S/Kolkata S/Baghdad T/Reykjavik E/Rome Jamaica
S/Amman S/Tokyo F/Nairobi S/Seoul S/Kuwait
S/Beirut S/Colombo E/Vilnius E/Luxembourg E/Riga
F/Casablanca E/Skopje E/Malta I/Mauritius I/Maldives
Tijuana Hermosillo Mazatlan Mexico_City S/Kuala_Lumpur
F/Lagos Managua E/Amsterdam E/Oslo P/Auckland
S/Muscat Panama Lima S/Manila S/Karachi
E/Warsaw Puerto_Rico S/Gaza T/Azores E/Lisbon
Asuncion S/Qatar E/Bucharest E/Belgrade E/Kaliningrad
E/Moscow E/Samara S/Yekaterinburg S/Omsk S/Krasnoyarsk
S/Irkutsk S/Yakutsk S/Vladivostok S/Magadan S/Kamchatka
S/Anadyr S/Riyadh S/Singapore F/Johannesburg E/Stockholm
S/Taipei F/Dar_es_Salaam S/Bangkok F/Tunis E/Istanbul
Montevideo Caracas S/Ho_Chi_Minh F/Kinshasa F/Lubumbashi
F/Harare F/Lusaka`.split(/\s/);

/** IANA names by Meta's number; number 0 stands for "unknown" and is empty. Travels in sidebar.html. */
export const TIME_ZONES: string[] = ZONES.map((name) => {
  const [, letter = '', city] = /^(?:(.)\/)?(.+)$/.exec(name) ?? [];
  return city ? `${REGIONS[letter] ?? 'America'}/${city}` : '';
});
