/** Products ranked by what was counted, per day, ISO week and calendar month. */
package io.commerceroutes.domain.ranking;
