/** Rankings and the ledger of runs in the analytics schema. */
package io.commerceroutes.adapters.ranking;
