/* The phrase table as it lies in its file, and the walk over its states: see cleaner/phrase_table.py. */

#include "phrases.h"

#define MARK "phrases\n"
#define MARK_SIZE 8
#define COUNTS 12 /* seven counts and five roots */
#define WITH_COLON (1u << 16)

void list_begin(List *list)
{
    list->all = list->few;
    list->count = 0;
    list->room = FEW;
}

void list_end(List *list)
{
    if (list->all != list->few)
        PyMem_Free(list->all);
}

/* Puts a number in at a place; 0 when there is no room. */
static int insert(List *list, Py_ssize_t place, uint32_t number)
{
    if (list->count == list->room) {
        uint32_t *more = PyMem_Malloc(2 * (size_t)list->room * sizeof(uint32_t));
        if (more == NULL) {
            PyErr_NoMemory();
            return 0;
        }
        memcpy(more, list->all, (size_t)list->count * sizeof(uint32_t));
        list_end(list);
        list->all = more;
        list->room *= 2;
    }
    memmove(list->all + place + 1, list->all + place, (size_t)(list->count - place) * sizeof(uint32_t));
    list->all[place] = number;
    list->count++;
    return 1;
}

static void capsule_free(PyObject *capsule)
{
    Table *table = PyCapsule_GetPointer(capsule, PHRASES);
    PyBuffer_Release(&table->data);
    Py_DECREF(table->tellers);
    PyMem_Free(table);
}

/* Finds the parts of a table where it lies; 0 and an exception where it is none. */
static int find_parts(Table *table, const unsigned char *bytes, uint64_t length)
{
    uint64_t at = MARK_SIZE + 4 * COUNTS;
    if (length < at || memcmp(bytes, MARK, MARK_SIZE) != 0) {
        PyErr_SetString(PyExc_ValueError, "not a phrase table");
        return 0;
    }
    const unsigned char *head = bytes + MARK_SIZE;
    table->states = number_at(head, 0);
    table->edge_count = number_at(head, 1);
    table->words = number_at(head, 2);
    table->fact_count = number_at(head, 3);
    table->slot_count = number_at(head, 4);
    table->rule_count = number_at(head, 5);
    table->size = number_at(head, 6);
    for (uint32_t root = 0; root < 5; root++)
        table->roots[root] = number_at(head, 7 + root);
    const unsigned char **parts[] = {&table->starts, &table->edges, &table->spans, &table->facts_at,
                                     &table->facts, &table->slots, &table->rules, &table->pairs};
    uint64_t sizes[] = {table->states + (uint64_t)1, table->edge_count, table->words + (uint64_t)1,
                        table->words + (uint64_t)1, table->fact_count, table->slot_count,
                        RULE * (uint64_t)table->rule_count, 2 * PAIRS / 32};
    for (int part = 0; part < 8; part++) {
        *parts[part] = bytes + at;
        at += 4 * sizes[part];
        if (at > length)
            break;
    }
    table->text = bytes + at;
    if (at + table->size > length || table->slot_count & (table->slot_count - 1)) {
        PyErr_SetString(PyExc_ValueError, "a phrase table is cut short");
        return 0;
    }
    return 1;
}

/* phrases(data, tellers): a table made ready for `phrase_in` and `cues_in`, as it lies; and the words, case folded, in
   whose company a phrase may close a text that goes on to a full stop. */
PyObject *native_phrases(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Py_buffer data;
    if (count != 2 || !PyTuple_CheckExact(args[1]))
        return PyErr_Format(PyExc_TypeError, "phrases() takes bytes and a tuple");
    if (PyObject_GetBuffer(args[0], &data, PyBUF_SIMPLE) < 0)
        return NULL;
    Table *table = PyMem_Calloc(1, sizeof(Table));
    PyObject *capsule = table == NULL ? PyErr_NoMemory() : NULL;
    if (table != NULL && find_parts(table, data.buf, (uint64_t)data.len))
        capsule = PyCapsule_New(table, PHRASES, capsule_free);
    if (capsule == NULL) {
        PyMem_Free(table);
        PyBuffer_Release(&data);
        return NULL;
    }
    table->data = data;
    table->tellers = Py_NewRef(args[1]);
    return capsule;
}

/* The labels that a word fits: the wildcards, itself, its word lists. */
int labels_of(const Table *table, const Word *word, List *labels)
{
    int fine = insert(labels, 0, ANY_LABEL);
    if (word->capital || word->decimal)
        fine = fine && insert(labels, labels->count, word->capital ? CAPITAL_LABEL : NUMBER_LABEL);
    for (Py_ssize_t wild = labels->count; word->colon && wild-- > 0;)
        fine = fine && insert(labels, labels->count, labels->all[wild] + 1);
    if (word->number == NO_WORD)
        return fine;
    uint32_t at = number_at(table->facts_at, word->number) + 1, end = number_at(table->facts_at, word->number + 1);
    for (; fine && at < end && end <= table->fact_count; at++) {
        uint32_t label = number_at(table->facts, at);
        if (label < WITH_COLON || word->colon)
            fine = insert(labels, labels->count, label & (WITH_COLON - 1));
    }
    return fine;
}

/* Where the edges of a state begin and end; none where the table is broken. */
void edges_of(const Table *table, uint32_t state, uint32_t *first, uint32_t *last)
{
    *first = *last = 0;
    if (state < table->states) {
        uint32_t end = number_at(table->starts, state + 1);
        *first = number_at(table->starts, state);
        *last = end <= table->edge_count ? end : *first;
    }
}

/* Adds the states that a label leads to from a state. */
int follow(const Table *table, uint32_t first, uint32_t last, uint32_t label, List *following)
{
    uint32_t wanted = label << 16, end = last;
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        if (number_at(table->edges, middle) < wanted)
            first = middle + 1;
        else
            end = middle;
    }
    for (; first < last; first++) {
        uint32_t edge = number_at(table->edges, first);
        if (edge >> 16 != label)
            break;
        Py_ssize_t known = 0;
        while (known < following->count && following->all[known] != (edge & 0xffff))
            known++;
        if (known == following->count && !insert(following, known, edge & 0xffff))
            return 0;
    }
    return 1;
}

/* Adds the rules that a phrase ending in a state fulfils, in order, each once; those before `from` are of another end. */
int fulfil(const Table *table, uint32_t state, List *rules, Py_ssize_t from)
{
    uint32_t at, last;
    edges_of(table, state, &at, &last);
    for (; at < last; at++) {
        uint32_t edge = number_at(table->edges, at);
        if (edge >> 16 != END_LABEL)
            break;
        if (edge >= table->rule_count)
            continue;
        Py_ssize_t place = from;
        while (place < rules->count && rules->all[place] < edge)
            place++;
        if ((place == rules->count || rules->all[place] != edge) && !insert(rules, place, edge))
            return 0;
    }
    return 1;
}

/* The phrases that begin at a word: the rules that they fulfil, and the word after each. 0 when that fails. */
int phrases_at(Text *text, Py_ssize_t at, int root, List *rules, List *ends)
{
    const Table *table = text->table;
    List lists[3], *states = &lists[0], *following = &lists[1], *labels = &lists[2];
    for (int each = 0; each < 3; each++)
        list_begin(&lists[each]);
    int fine = insert(states, 0, table->roots[root]);
    for (; fine && states->count && text_has(text, at); at++) {
        labels->count = following->count = 0;
        fine = labels_of(table, &text->all[at], labels);
        for (Py_ssize_t each = 0; fine && each < states->count; each++) {
            uint32_t first, last;
            edges_of(table, states->all[each], &first, &last);
            for (Py_ssize_t label = 0; fine && label < labels->count; label++)
                fine = follow(table, first, last, labels->all[label], following);
        }
        Py_ssize_t before = rules->count;
        for (Py_ssize_t each = 0; fine && each < following->count; each++)
            fine = fulfil(table, following->all[each], rules, before);
        while (fine && ends->count < rules->count)
            fine = insert(ends, ends->count, (uint32_t)at + 1);
        List *done = states;
        states = following;
        following = done;
    }
    for (int each = 0; each < 3; each++)
        list_end(&lists[each]);
    return fine && !text->failed;
}
