// Every question that readers ask, prepared on one client.
import { countMainTerms } from './count-main-terms.ts';
import { countRelevelled } from './count-relevelled.ts';
import { countRoots } from './count-roots.ts';
import { countSelectableDescendants } from './count-selectable-descendants.ts';
import { listDifferences } from './list-differences.ts';
import { listDifferingMappings } from './list-differing-mappings.ts';
import { listAncestors } from './list-ancestors.ts';
import { listAnnouncements } from './list-announcements.ts';
import { listChildren } from './list-children.ts';
import { listCodeSystems } from './list-code-systems.ts';
import { listConceptContents } from './list-concept-contents.ts';
import { listConceptsAt } from './list-concepts-at.ts';
import { listConceptsByKey } from './list-concepts-by-key.ts';
import { listConceptsByKeyInReleases } from './list-concepts-by-key-in-releases.ts';
import { listConceptsByLookUp } from './list-concepts-by-look-up.ts';
import { listConceptsInReleases } from './list-concepts-in-releases.ts';
import { listDescendants } from './list-descendants.ts';
import { listDesignationSets } from './list-designation-sets.ts';
import { listFindings } from './list-findings.ts';
import { listFrontMatters } from './list-front-matters.ts';
import { listHeadedConcepts } from './list-headed-concepts.ts';
import { listIndexAncestors } from './list-index-ancestors.ts';
import { listIndexChildren } from './list-index-children.ts';
import { listIndexContents } from './list-index-contents.ts';
import { listIndexEntriesNaming } from './list-index-entries-naming.ts';
import { listIndexKinds } from './list-index-kinds.ts';
import { listIndexLines } from './list-index-lines.ts';
import { listIndexOutline } from './list-index-outline.ts';
import { listMainTerms } from './list-main-terms.ts';
import { listMappings } from './list-mappings.ts';
import { listMappingsNaming } from './list-mappings-naming.ts';
import { listMappingsPage } from './list-mappings-page.ts';
import { listMentions } from './list-mentions.ts';
import { listNamingProperties } from './list-naming-properties.ts';
import { listNoteSets } from './list-note-sets.ts';
import { listPositionsHaving } from './list-positions-having.ts';
import { listPropertyPatterns } from './list-property-patterns.ts';
import { listPropertySets } from './list-property-sets.ts';
import { listPublishedMaps } from './list-published-maps.ts';
import { listPublishedReleases } from './list-published-releases.ts';
import { listReleaseTexts } from './list-release-texts.ts';
import { listReleasesHoldingKeys } from './list-releases-holding-keys.ts';
import { listRootHeadlines } from './list-root-headlines.ts';
import { listRoots } from './list-roots.ts';
import { listSourceFiles } from './list-source-files.ts';
import { type ReadClient, readDatabase } from './read-database.ts';

/** The read side of the database: each member is one question, one SQL statement a call. */
export type Reader = ReturnType<typeof openReader>;

/** Opens the reader on a client that is its own from here on; the caller ends the client. Nothing is sent yet. */
export function openReader(client: ReadClient) {
  const database = readDatabase(client);
  return {
    listCodeSystems: listCodeSystems(database),
    listPublishedReleases: listPublishedReleases(database),
    listPublishedMaps: listPublishedMaps(database),
    listFrontMatters: listFrontMatters(database),
    listPropertyPatterns: listPropertyPatterns(database),
    listSourceFiles: listSourceFiles(database),
    listFindings: listFindings(database),
    listAnnouncements: listAnnouncements(database),
    listConceptsByLookUp: listConceptsByLookUp(database),
    listConceptsByKey: listConceptsByKey(database),
    listConceptsAt: listConceptsAt(database),
    listHeadedConcepts: listHeadedConcepts(database),
    listConceptsInReleases: listConceptsInReleases(database),
    listConceptsByKeyInReleases: listConceptsByKeyInReleases(database),
    listReleasesHoldingKeys: listReleasesHoldingKeys(database),
    listDifferences: listDifferences(database),
    listNamingProperties: listNamingProperties(database),
    countRelevelled: countRelevelled(database),
    listRootHeadlines: listRootHeadlines(database),
    listRoots: listRoots(database),
    countRoots: countRoots(database),
    listChildren: listChildren(database),
    listAncestors: listAncestors(database),
    listDescendants: listDescendants(database),
    countSelectableDescendants: countSelectableDescendants(database),
    listConceptContents: listConceptContents(database),
    listNoteSets: listNoteSets(database),
    listPropertySets: listPropertySets(database),
    listDesignationSets: listDesignationSets(database),
    listIndexContents: listIndexContents(database),
    listIndexEntriesNaming: listIndexEntriesNaming(database),
    listIndexAncestors: listIndexAncestors(database),
    listIndexChildren: listIndexChildren(database),
    listIndexKinds: listIndexKinds(database),
    listIndexOutline: listIndexOutline(database),
    listIndexLines: listIndexLines(database),
    listReleaseTexts: listReleaseTexts(database),
    listPositionsHaving: listPositionsHaving(database),
    listMainTerms: listMainTerms(database),
    countMainTerms: countMainTerms(database),
    listMappings: listMappings(database),
    listDifferingMappings: listDifferingMappings(database),
    listMappingsNaming: listMappingsNaming(database),
    listMappingsPage: listMappingsPage(database),
    listMentions: listMentions(database),
  };
}
