/* Words of texts and of class names, without a string for each. */

#pragma once

#include "native.h"

#define TEXT_CHARS 120
#define MOST_LETTERS (2 * TEXT_CHARS) /* one small letter may become two */
#define NAME_CHARS 400

/* A word: where its letters stand, how many they are, and a number that equal words share. */
typedef struct {
    const Py_UCS4 *letters;
    uint32_t hash;
    int length;
} Word;

/* The words at the beginning of a text, each once: so few that each new one is compared with all before it. */
typedef struct {
    Py_UCS4 letters[MOST_LETTERS];
    Word words[MOST_LETTERS];
    int count;
} Bag;

/* A letter more in a word's number; it begins with HASH_START. */
#define HASH_START 2166136261u
static inline uint32_t hash_on(uint32_t hash, Py_UCS4 letter) { return (hash ^ letter) * 16777619u; }

/* Whether two words are the same. */
static inline int same_word(const Word *one, const Word *other)
{
    if (one->hash != other->hash || one->length != other->length)
        return 0;
    int at = 0;
    while (at < one->length && one->letters[at] == other->letters[at])
        at++;
    return at == one->length;
}

/* Fills a bag with the words of a text; -1 and an exception when that fails. */
int text_bag(Bag *bag, PyObject *text);

/* The next word of a name from a place on, in small letters: 0 where there is none. */
int next_name_word(PyObject *name, Py_ssize_t *at, Py_UCS4 *letters, Word *word);
