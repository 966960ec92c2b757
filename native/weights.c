/* Tables of words and of strings: the twins of `by_word` and `weigh` in cleaner/scoring/words.py, and of dictionaries. */

#include "weights.h"

#define MOST_WORDS (1 << 24)
#define HEAVIEST 1000000 /* hundredths: the weights of a text's words are added up as whole numbers */

void weights_free(Weights *table)
{
    PyMem_Free(table->entry);
    PyMem_Free(table->slot);
    PyMem_Free(table->letters);
    memset(table, 0, sizeof(*table));
}

/* The entry of a word, made where there is none: its letters are the last that the table has taken in. */
static Entry *entry_of(Weights *table, const Word *word)
{
    int known = weights_find(table, word);
    if (known >= 0)
        return &table->entry[known];
    uint32_t at = slot_of(table, word->hash);
    while (table->slot[at].place)
        at = (at + 1) & table->mask;
    table->slot[at] = (Slot){word->hash, (uint32_t)++table->count};
    Entry *entry = &table->entry[table->count - 1];
    *entry = (Entry){*word, 0, 0};
    return entry;
}

/* Takes in the words of a string, parted by spaces. */
static void take(Weights *table, PyObject *words, int weight, int marked)
{
    int kind = PyUnicode_KIND(words);
    const void *data = PyUnicode_DATA(words);
    Py_ssize_t length = PyUnicode_GET_LENGTH(words);
    for (Py_ssize_t at = 0; at <= length; at++) {
        Py_UCS4 *letters = table->letters + table->used;
        Word word = {letters, HASH_START, 0};
        for (Py_UCS4 letter; at < length && (letter = PyUnicode_READ(kind, data, at)) != ' '; at++) {
            letters[word.length++] = letter;
            word.hash = hash_on(word.hash, letter);
        }
        Entry *entry = entry_of(table, &word);
        if (marked)
            entry->marked = 1;
        else
            entry->weight = weight;
        table->used += word.length;
    }
}

/* How many words a string has: they are parted by spaces. */
static Py_ssize_t words_in(PyObject *words)
{
    int kind = PyUnicode_KIND(words);
    const void *data = PyUnicode_DATA(words);
    Py_ssize_t length = PyUnicode_GET_LENGTH(words), count = 1;
    for (Py_ssize_t at = 0; at < length; at++)
        count += PyUnicode_READ(kind, data, at) == ' ';
    return count;
}

/* Makes room for so many words and letters; -1 and an exception where it cannot. */
static int make_room(Weights *table, Py_ssize_t words, Py_ssize_t letters)
{
    if (words > MOST_WORDS) {
        PyErr_SetString(PyExc_ValueError, "too many words");
        return -1;
    }
    uint32_t slots = 64;
    while (slots < 2 * (size_t)words)
        slots *= 2;
    table->mask = slots - 1;
    table->entry = PyMem_Malloc((size_t)words * sizeof(Entry));
    table->slot = PyMem_Calloc(slots, sizeof(Slot));
    table->letters = PyMem_Malloc((size_t)(letters + 1) * sizeof(Py_UCS4));
    if (table->entry == NULL || table->slot == NULL || table->letters == NULL)
        return PyErr_NoMemory(), -1;
    return 0;
}

int weights_fill(Weights *table, PyObject *groups, PyObject *marked)
{
    if (!PyDict_Check(groups) || !PyUnicode_Check(marked)) {
        PyErr_SetString(PyExc_TypeError, "words stand in a dictionary by their weights");
        return -1;
    }
    PyObject *key, *string;
    Py_ssize_t place = 0, words = words_in(marked), letters = PyUnicode_GET_LENGTH(marked);
    while (PyDict_Next(groups, &place, &key, &string)) {
        if (!PyUnicode_Check(key) || !PyUnicode_Check(string)) {
            PyErr_SetString(PyExc_TypeError, "words are strings, and so are their weights");
            return -1;
        }
        words += words_in(string);
        letters += PyUnicode_GET_LENGTH(string);
    }
    if (make_room(table, words, letters) < 0)
        return -1;
    for (place = 0; PyDict_Next(groups, &place, &key, &string);) {
        PyObject *number = PyLong_FromUnicodeObject(key, 10);
        long weight = number == NULL ? -1 : PyLong_AsLong(number);
        Py_XDECREF(number);
        if (PyErr_Occurred())
            return -1;
        if (weight < -HEAVIEST || weight > HEAVIEST) {
            PyErr_SetString(PyExc_ValueError, "a word weighs too much");
            return -1;
        }
        take(table, string, (int)weight, 0);
    }
    take(table, marked, 0, 1);
    return 0;
}

Weight names_weight(const Weights *table, PyObject *const *names, int count, int *seen, int turn)
{
    Py_UCS4 letters[NAME_CHARS];
    Word word;
    Weight weight = {0, 0, 0, 0};
    for (int name = 0; name < count; name++)
        for (Py_ssize_t from = 0; next_name_word(names[name], &from, letters, &word);) {
            int at = weights_find(table, &word);
            if (at >= 0 && seen[at] != turn) {
                seen[at] = turn;
                weight_add(&weight, &table->entry[at]);
            }
        }
    return weight;
}

void strings_free(Strings *strings)
{
    PyMem_Free(strings->string);
    PyMem_Free(strings->slot);
    memset(strings, 0, sizeof(*strings));
}

static inline Py_hash_t hash_of(PyObject *string)
{
    Py_hash_t known = ((PyASCIIObject *)string)->hash;
    return known != -1 ? known : PyObject_Hash(string);
}

static inline int same_string(PyObject *one, PyObject *other)
{
    return PyUnicode_GET_LENGTH(one) == PyUnicode_GET_LENGTH(other) && PyUnicode_KIND(one) == PyUnicode_KIND(other) &&
           memcmp(PyUnicode_DATA(one), PyUnicode_DATA(other), (size_t)PyUnicode_GET_LENGTH(one) * PyUnicode_KIND(one)) == 0;
}

/* Where a string stands among the slots, or the free one where it would. */
static uint32_t *place_of(const Strings *strings, PyObject *string)
{
    Py_hash_t hash = hash_of(string);
    uint32_t mask = 2 * (uint32_t)strings->room - 1;
    for (uint32_t at = (uint32_t)hash & mask;; at = (at + 1) & mask) {
        uint32_t *slot = &strings->slot[at];
        if (*slot == 0)
            return slot;
        PyObject *known = strings->string[*slot - 1];
        if (known == string || (hash_of(known) == hash && same_string(known, string)))
            return slot;
    }
}

/* Twice the room, or the first; -1 and an exception where there is no memory. */
static int widen(Strings *strings)
{
    int room = strings->room ? 2 * strings->room : 64;
    PyObject **string = PyMem_Realloc(strings->string, (size_t)room * sizeof(PyObject *));
    if (string != NULL)
        strings->string = string;
    uint32_t *slot = PyMem_Calloc((size_t)room * 2, sizeof(uint32_t));
    if (string == NULL || slot == NULL) {
        PyMem_Free(slot);
        return PyErr_NoMemory(), -1;
    }
    PyMem_Free(strings->slot);
    strings->slot = slot;
    strings->room = room;
    for (int at = 0; at < strings->count; at++)
        *place_of(strings, string[at]) = (uint32_t)at + 1;
    return 0;
}

int strings_number(Strings *strings, PyObject *string)
{
    if (strings->count == strings->room && widen(strings) < 0)
        return -1;
    uint32_t *slot = place_of(strings, string);
    if (*slot == 0) {
        strings->string[strings->count] = string;
        *slot = (uint32_t)++strings->count;
    }
    return (int)*slot - 1;
}
