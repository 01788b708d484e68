package health.kedja.server.access;

import ca.uhn.fhir.jpa.search.builder.QueryStack.SearchForIdsParams;
import ca.uhn.fhir.jpa.search.builder.predicate.ResourceIdPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.model.api.IQueryParameterType;
import com.healthmarketscience.sqlbuilder.ComboCondition;
import com.healthmarketscience.sqlbuilder.Condition;
import com.healthmarketscience.sqlbuilder.CustomCondition;
import com.healthmarketscience.sqlbuilder.dbspec.basic.DbColumn;
import health.kedja.history.InCircle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@link InReach} as SQL, where HAPI writes {@code _id}. The numbers are bound, each list as one value. */
final class ReachPredicate extends ResourceIdPredicateBuilder {

    /** A set that is hashed once. Compared with an array, each row would be looked for from its beginning on. */
    private static final String LIST = "(select unnest(cast(%s as bigint[])))";

    ReachPredicate(SearchQueryBuilder search) {
        super(search);
    }

    @Override
    public Condition createPredicateResourceId(SearchForIdsParams asked) {
        List<InReach> reaches = new ArrayList<>();
        List<List<IQueryParameterType>> ids = new ArrayList<>();
        for (List<IQueryParameterType> values : asked.getAndOrParams()) {
            if (values.size() == 1 && values.get(0) instanceof InReach reach) {
                reaches.add(reach);
            } else {
                ids.add(values);
            }
        }
        if (reaches.isEmpty()) {
            return super.createPredicateResourceId(asked);
        }
        ComboCondition all = ComboCondition.and();
        if (!ids.isEmpty()) {
            asked.setAndOrParams(ids);
            Condition byId = super.createPredicateResourceId(asked);
            if (byId != null) {
                all.addCondition(byId);
            }
        }
        DbColumn column = getOrCreateQueryRootTable(true).getResourceIdColumn();
        String number = column.getTable().getAlias() + "." + column.getColumnNameSQL();
        reaches.forEach(reach -> all.addCondition(new CustomCondition(reach.circles().stream()
                .map(circle -> in(circle, number))
                .collect(Collectors.joining(" or ", "(", ")")))));
        return all;
    }

    private String in(InCircle circle, String number) {
        if (circle.type().equals("Patient")) {
            return number + (circle.butFor() ? " not in " : " in ") + list(circle.patients());
        }
        String named = circle.butFor() ? ofRegion(circle, number) : ofThese(circle, number);
        return circle.hidden().length == 0
                ? named
                : "(" + named + " and " + number + " not in " + list(circle.hidden()) + ")";
    }

    /** They name one of the patients at least, and none but these. */
    private String ofThese(InCircle circle, String number) {
        return "(" + number + " in (select src_resource_id from public.hfj_res_link where source_resource_type = "
                + text(circle.type()) + " and target_resource_id in " + list(circle.patients()) + also(circle)
                + ") and not exists (select 1 from public.hfj_res_link other where other.src_resource_id = " + number
                + " and other.target_resource_type = " + text("Patient") + " and other.target_resource_id not in "
                + list(circle.patients()) + "))";
    }

    /** They name a patient at least, and none who is left out or belongs elsewhere. */
    private String ofRegion(InCircle circle, String number) {
        String also = circle.also().length == 0 ? "" : " or " + number + " in " + list(circle.also());
        return "((exists (select 1 from public.hfj_res_link one where one.src_resource_id = " + number
                + " and one.target_resource_type = " + text("Patient") + ")" + also
                + ") and not exists (select 1 from public.hfj_res_link other"
                + " join public.hfj_resource person on person.res_id = other.target_resource_id"
                + " left join kedja.patient_owner owner on owner.patient = person.fhir_id"
                + " where other.src_resource_id = " + number + " and other.target_resource_type = " + text("Patient")
                + " and (owner.region is distinct from " + text(circle.region())
                + " or other.target_resource_id in " + list(circle.patients()) + ")))";
    }

    private String also(InCircle circle) {
        return circle.also().length == 0 ? "" : " union all " + list(circle.also());
    }

    private String list(long[] numbers) {
        return LIST.formatted(
                text(Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"))));
    }

    /** HAPI makes a bound value of it, and refuses statements with any other text in quotes. */
    private String text(String value) {
        return "'" + getSearchQueryBuilder().generatePlaceholder(value) + "'";
    }
}
