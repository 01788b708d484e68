package health.kedja.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import health.kedja.pathway.ChainStatus;
import health.kedja.pathway.CourseEnd;
import health.kedja.pathway.CourseStatus;
import health.kedja.pathway.EndReason;
import health.kedja.pathway.ExclusionReason;
import health.kedja.pathway.FramoRisk;
import health.kedja.pathway.MeasureStatus;
import health.kedja.pathway.NoticeCode;
import health.kedja.pathway.RiskLevel;
import health.kedja.pathway.StepCode;
import health.kedja.pathway.StepReason;
import health.kedja.pathway.StepStatus;
import health.kedja.pathway.density.Maker;
import health.kedja.pathway.density.NotComparable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server answers is what is published. */
class AnswerCodesTest {

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("kedja-step", tokens(StepCode.values(), StepCode::token)),
                Arguments.of("kedja-step-status", tokens(StepStatus.values(), StepStatus::token)),
                Arguments.of("kedja-step-reason", tokens(StepReason.values(), StepReason::token)),
                Arguments.of("kedja-chain-status", tokens(ChainStatus.values(), ChainStatus::token)),
                Arguments.of("kedja-end-reason", tokens(EndReason.values(), EndReason::token)),
                Arguments.of("kedja-course-status", tokens(CourseStatus.values(), CourseStatus::token)),
                Arguments.of("kedja-course-end", tokens(CourseEnd.values(), CourseEnd::token)),
                Arguments.of("kedja-course-notice", tokens(NoticeCode.values(), NoticeCode::token)),
                Arguments.of("kedja-measure-status", tokens(MeasureStatus.values(), MeasureStatus::token)),
                Arguments.of("kedja-risk", tokens(RiskLevel.values(), RiskLevel::token)),
                Arguments.of("kedja-exclusion-reason", tokens(ExclusionReason.values(), ExclusionReason::token)),
                Arguments.of("kedja-not-comparable", tokens(NotComparable.values(), NotComparable::token)),
                Arguments.of("kedja-scanner-maker", tokens(Maker.values(), Maker::token)),
                Arguments.of("kedja-framo-risk", tokens(FramoRisk.values(), FramoRisk::token)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_code_system_of_answers_has_the_codes_of_the_server_in_their_order(String codeSystem, List<String> tokens) {
        assertThat(Terminology.codes(codeSystem)).containsExactlyElementsOf(tokens);
    }

    @Test
    void reasons_for_not_doing_are_those_that_an_event_can_carry() {
        assertThat(Terminology.codes("kedja-not-done-reason"))
                .containsExactlyInAnyOrder(
                        "declined", "contraindicated", "not-indicated", "limited-life-expectancy", "unable", "other");
    }

    private static <T> List<String> tokens(T[] values, Function<T, String> token) {
        return Stream.of(values).map(token).toList();
    }
}
