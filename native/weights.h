/* What words weigh, looked up without a Python string; and strings numbered by what they say. */

#pragma once

#include "words.h"

typedef struct {
    Word word;
    int weight; /* log-odds in hundredths */
    int marked; /* whether it is one of the words that `weights_mark` named */
} Entry;

/* Where a word stands in a table. */
typedef struct {
    uint32_t hash, place; /* the place of its entry and one; 0 for none */
} Slot;

/* A table of words with their weights. */
typedef struct {
    Entry *entry;
    Slot *slot;
    Py_UCS4 *letters;
    Py_ssize_t count, used; /* entries, letters */
    uint32_t mask;
} Weights;

/* What some words weigh together, in hundredths: all, the lowest (0 at most) and the highest (0 at least). */
typedef struct {
    int sum, low, high;
    int marked; /* whether a marked word is among them */
} Weight;

static inline uint32_t slot_of(const Weights *table, uint32_t hash) { return (hash ^ hash >> 15) & table->mask; }

/* Fills a table with the words of a weights file and some words to be marked; -1 and an exception where it cannot. */
int weights_fill(Weights *table, PyObject *groups, PyObject *marked);
void weights_free(Weights *table);

/* The place of a word in a table, -1 where it has none. */
static inline int weights_find(const Weights *table, const Word *word)
{
    for (uint32_t at = slot_of(table, word->hash); table->slot[at].place; at = (at + 1) & table->mask)
        if (table->slot[at].hash == word->hash && same_word(&table->entry[table->slot[at].place - 1].word, word))
            return (int)table->slot[at].place - 1;
    return -1;
}

static inline void weight_add(Weight *weight, const Entry *entry)
{
    weight->sum += entry->weight;
    weight->low = entry->weight < weight->low ? entry->weight : weight->low;
    weight->high = entry->weight > weight->high ? entry->weight : weight->high;
    weight->marked |= entry->marked;
}

/* What the words of some names weigh together, each word once. `seen` has a place for each entry of the table, and
   `turn` is a number that it has not held before. */
Weight names_weight(const Weights *table, PyObject *const *names, int count, int *seen, int turn);

/* Strings numbered in the order in which they come up, equal ones alike. */
typedef struct {
    PyObject **string; /* borrowed */
    uint32_t *slot;
    int count, room;
} Strings;

/* A string's number; -1 and an exception where there is no memory. */
int strings_number(Strings *strings, PyObject *string);
void strings_free(Strings *strings);
