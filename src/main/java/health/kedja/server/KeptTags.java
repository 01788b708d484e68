package health.kedja.server;

import ca.uhn.fhir.jpa.dao.IResourceMetadataExtractorSvc;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.model.entity.BaseTag;
import ca.uhn.fhir.jpa.model.entity.ResourceHistoryTable;
import ca.uhn.fhir.jpa.model.entity.ResourceTable;
import ca.uhn.fhir.jpa.model.entity.TagDefinition;
import health.kedja.history.Kept;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the tags of versions in memory, for a second at the longest. In guarded mode everything that is stored has labels,
 * which HAPI reads from tables of their own, one more statement for each resource that is read. A version's tags never
 * change, but by {@link PastTheHooks the few operations} after which all are forgotten.
 */
final class KeptTags implements IResourceMetadataExtractorSvc {

    private final IResourceMetadataExtractorSvc stored;
    /** By the number of the version, which no other ever gets, not even one that was never committed. */
    private final Kept<Long, List<BaseTag>> kept = new Kept<>();

    KeptTags(IResourceMetadataExtractorSvc stored) {
        this.stored = stored;
    }

    @Override
    public Collection<? extends BaseTag> getTags(ResourceHistoryTable version) {
        return version.isHasTags()
                ? kept.get(number(version), number -> copies(stored.getTags(version)))
                : stored.getTags(version);
    }

    @Override
    public Collection<? extends BaseTag> getTags(ResourceTable resource) {
        ResourceHistoryTable current = resource.getCurrentVersionEntity();
        boolean known = current != null && current.getVersion() == resource.getVersion();
        return known && resource.isHasTags()
                ? kept.get(number(current), number -> copies(stored.getTags(resource)))
                : stored.getTags(resource);
    }

    @Override
    public Map<JpaPid, Collection<BaseTag>> getTagsBatch(Collection<ResourceHistoryTable> versions) {
        Map<Long, ResourceHistoryTable> tagged = new HashMap<>();
        versions.stream()
                .filter(ResourceHistoryTable::isHasTags)
                .forEach(version -> tagged.put(number(version), version));
        Map<JpaPid, Collection<BaseTag>> tags = new HashMap<>();
        kept.get(tagged.keySet(), unknown -> read(unknown, tagged))
                .forEach((number, own) -> tags.put(tagged.get(number).getResourceId(), own));
        return tags;
    }

    private Map<Long, List<BaseTag>> read(Set<Long> numbers, Map<Long, ResourceHistoryTable> versions) {
        Map<JpaPid, Collection<BaseTag>> read =
                stored.getTagsBatch(numbers.stream().map(versions::get).toList());
        Map<Long, List<BaseTag>> tags = new HashMap<>();
        numbers.forEach(number ->
                tags.put(number, copies(read.getOrDefault(versions.get(number).getResourceId(), List.of()))));
        return tags;
    }

    @Override
    public ProvenanceDetails getProvenanceDetails(ResourceHistoryTable version) {
        return stored.getProvenanceDetails(version);
    }

    void forget() {
        kept.forget();
    }

    private static long number(ResourceHistoryTable version) {
        return version.getId().getId();
    }

    /** What is read by Hibernate holds on to everything else that its transaction has read. */
    private static List<BaseTag> copies(Collection<? extends BaseTag> read) {
        List<BaseTag> copies = new ArrayList<>(read.size());
        for (BaseTag tag : read) {
            copies.add(new Copy(tag.getTag()));
        }
        return List.copyOf(copies);
    }

    private static final class Copy extends BaseTag {

        private static final long serialVersionUID = 1L;

        private final Long number;

        Copy(TagDefinition read) {
            this.number = read.getId();
            TagDefinition own =
                    new TagDefinition(read.getTagType(), read.getSystem(), read.getCode(), read.getDisplay());
            own.setId(number);
            own.setVersion(read.getVersion());
            own.setUserSelected(read.getUserSelected());
            setTag(own);
        }

        @Override
        public Long getTagId() {
            return number;
        }
    }
}
