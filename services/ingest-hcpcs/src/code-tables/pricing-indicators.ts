// How a price is made; columns 120-127 of the main file.
import type { CodedMeaning } from '../coded-meaning.ts';

export const pricingIndicators: readonly CodedMeaning[] = [
  [
    '00',
    'Not separately priced by part B',
    'Service not separately priced by part B (e.G., services not covered, bundled, used by part a only, etc.)',
  ],
  ['11', 'Priced by national relative value units', "Price established using national rvu's"],
  [
    '12',
    'Priced by national anesthesia base units',
    'Price established using national anesthesia base units',
  ],
  [
    '13',
    'Physician services priced by carriers',
    'Price established by carriers (e.G., not otherwise classified, individual determination, carrier discretion)',
  ],
  ['21', 'Laboratory services with a national limit', 'Price subject to national limitation amount'],
  [
    '22',
    'Laboratory services priced by carriers',
    'Price established by carriers (e.G., gap-fills, carrier established panels)',
  ],
  ['31', 'Frequently serviced equipment', 'Frequently serviced DME (price subject to floors and ceilings)'],
  [
    '32',
    'Inexpensive and routinely purchased equipment',
    'Inexpensive & routinely purchased DME (price subject to floors and ceilings)',
  ],
  ['33', 'Oxygen and oxygen equipment', 'Oxygen and oxygen equipment (price subject to floors and ceilings)'],
  ['34', 'Equipment supplies', 'DME supplies (price subject to floors and ceilings)'],
  ['35', 'Surgical dressings', 'Surgical dressings (price subject to floors and ceilings)'],
  ['36', 'Capped rental equipment', 'Capped rental DME (price subject to floors and ceilings)'],
  [
    '37',
    'Ostomy, tracheostomy and urological supplies',
    'Ostomy, tracheostomy and urological supplies (price subject to floors and ceilings)',
  ],
  [
    '38',
    'Orthotics, prosthetics, prosthetic devices and vision services',
    'Orthotics, prosthetics, prosthetic devices & vision services (price subject to floors and ceilings)',
  ],
  ['39', 'Parenteral and enteral nutrition', 'Parenteral and Enteral Nutrition'],
  ['45', 'Customized equipment', 'Customized DME items'],
  [
    '46',
    'Equipment and supplies priced by carriers',
    'Carrier priced (e.g., not otherwise classified, individual determination, carrier discretion, gap-filled amounts)',
  ],
  ['51', 'Drugs'],
  ['52', 'Reasonable charge'],
  ['53', 'Statute'],
  ['54', 'Vaccinations'],
  ['55', 'Splints and casts', 'Splints and Casts (effec 10/1/2014)'],
  [
    '56',
    "Intraocular lenses inserted in a physician's office",
    "IOL's inserted in a physician's office (eff 10/1/2014)",
  ],
  ['57', 'Other carrier priced'],
  ['99', 'Value not established'],
];
