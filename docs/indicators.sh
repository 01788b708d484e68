#!/bin/sh
# Writes docs/indicators.md anew from the files in profiles/indicators/ and profiles/completeness/.
set -eu
cd "$(dirname "$0")/.."
mvn -q -Dtest=IndicatorPagesTest -Dindicators.write=true test
