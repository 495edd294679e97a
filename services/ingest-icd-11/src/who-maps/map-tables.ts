// The three tables that WHO publishes between ICD-10 and ICD-11: what tells them apart.

/** Where one of the tables leads, and how often a source may stand in it. */
export interface MapTable {
  /** Id of the map. */
  readonly id: 'who-icd-10-icd-11-one' | 'who-icd-10-icd-11-multiple' | 'who-icd-11-icd-10-one';
  /** The publisher's name of the file, without its ending. */
  readonly published: string;
  /** The code system of its sources. */
  readonly from: 'icd-10' | 'icd-11-mms';
  /** True when each source stands in one row. */
  readonly sourcesOnce: boolean;
}

export const tenToElevenOne: MapTable = {
  id: 'who-icd-10-icd-11-one',
  published: '10To11MapToOneCategory',
  from: 'icd-10',
  sourcesOnce: true,
};

export const tenToElevenMultiple: MapTable = {
  id: 'who-icd-10-icd-11-multiple',
  published: '10To11MapToMultipleCategories',
  from: 'icd-10',
  sourcesOnce: false,
};

export const elevenToTenOne: MapTable = {
  id: 'who-icd-11-icd-10-one',
  published: '11To10MapToOneCategory',
  from: 'icd-11-mms',
  sourcesOnce: true,
};
