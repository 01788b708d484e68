#!/bin/sh
# Measures the packaged server: start, ingest, $fracture-chain. What it prints goes to docs/performance/ as well.
# Needs what the build needs, and about half an hour on a quiet machine with two cores.
#   bench/run.sh              everything
#   bench/run.sh start        one of start, ingest, chain, cohort
# Smaller or larger: START_ROUNDS, INGEST_WARM_UP, INGEST_ROUNDS, INGEST_BUNDLES, CHAIN_PATIENTS, CHAIN_QUESTIONS, COHORT_PEOPLE.
set -eu
cd "$(dirname "$0")/.."
work=target/bench
results=docs/performance
mkdir -p "$work" "$results"

mvn -q -DskipTests package
mvn -q dependency:build-classpath -Dmdep.outputFile="$work/classpath" -DincludeScope=test
jar=$(ls target/kedja-*.jar)
cp "$jar" "$work/kedja.jar"
rm -rf "$work/extracted" "$work/data"
java -Djarmode=tools -jar "$work/kedja.jar" extract --destination "$work/extracted"

measure() {
    name=$1
    main=$2
    shift 2
    rm -rf "$work/data"
    {
        echo "# $name, $(git rev-parse --short HEAD), $(date -u +%Y-%m-%dT%H:%MZ)"
        echo "# $(nproc) processors, $(uname -sr), $(java -version 2>&1 | sed -n 2p), load before: $(cut -d' ' -f1 /proc/loadavg)"
        java -cp "target/test-classes:target/classes:$(cat "$work/classpath")" -Dlogback.configurationFile=bench/logback.xml \
            "health.kedja.bench.$main" "$work/kedja.jar" "$@"
    } | tee "$results/$name.txt"
    rm -rf "$work/data"
}

for what in ${*:-start ingest chain cohort}; do
    case $what in
    start) measure start StartBench "$work/extracted" "$work/data" "${START_ROUNDS:-5}" ;;
    ingest) measure ingest IngestBench "$work/data" "${INGEST_WARM_UP:-280}" "${INGEST_ROUNDS:-9}" "${INGEST_BUNDLES:-30}" ;;
    chain) measure chain FractureChainBench "$work/data" "${CHAIN_PATIENTS:-10000}" 5000 "${CHAIN_QUESTIONS:-10000}" ;;
    cohort) measure cohort CohortBench "$work/data" "${COHORT_PEOPLE:-1000000}" sorted ;;
    *) echo "unknown: $what" >&2 && exit 2 ;;
    esac
done
