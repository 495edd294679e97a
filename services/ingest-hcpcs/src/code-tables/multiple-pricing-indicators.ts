// Whether a procedure is priced in more ways than one; column 128.
import type { CodedMeaning } from '../coded-meaning.ts';

export const multiplePricingIndicators: readonly CodedMeaning[] = [
  [
    '9',
    'Not applicable: not priced separately, or no value established',
    "Not applicable as HCPCS not priced separately by part B (pricing indicator is 00) or value is not established (pricing indicator is '99')",
  ],
  ['A', 'Not applicable: one methodology', 'Not applicable as HCPCS priced under one methodology'],
  [
    'B',
    'Professional component by relative values, the rest by carriers',
    "Professional component of HCPCS priced using RVU's, while technical component and global service priced by Medicare part B carriers",
  ],
  [
    'C',
    'Interpretation by relative values, laboratory service by laboratory schedule',
    "Physician interpretation of clinical lab service is priced under physician fee schedule using RVU's, while pricing of lab service is paid under clinical lab fee schedule",
  ],
  [
    'D',
    'Physician by relative values, clinical psychologist by own schedule',
    "Service performed by physician is priced under physician fee schedule using RVU's, while service performed by clinical psychologist is priced under clinical psychologist fee schedule (not applicable as of January 1, 1998)",
  ],
  [
    'E',
    'Physician by relative values, psychologist and social worker by own schedules',
    "Service performed by physician is priced under physician fee schedule using RVU's, service performed by clinical psychologist is priced under clinical psychologist's fee schedule and service performed by clinical social worker is priced under clinical social worker fee schedule (not applicable as of January 1, 1998)",
  ],
  [
    'F',
    'Physician by carriers, psychologist and social worker by own schedules',
    "Service performed by physician is priced under physician fee schedule by carriers, service performed by clinical psychologist is priced under clinical psychologist's fee schedule and service performed by clinical social worker is priced under clinical social worker fee schedule (not applicable as of January 1, 1998)",
  ],
  [
    'G',
    'Reasonable charge with blood products, else laboratory schedule',
    'Clinical lab service priced under reasonable charge when service is submitted on claim with blood products, while service is priced under clinical lab fee schedule when there are no blood products on claim.',
  ],
];
