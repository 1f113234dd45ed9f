/** Products as customers see them, remembered in the process and in Redis. */
package io.commerceroutes.adapters.storefront;
