package health.kedja.pathway;

/** Which steps of the chain a unit answers for itself; the guideline says which steps those are. */
public enum ChainType {
    /** The coordinator does everything. */
    A,
    /** Treatment and what follows is handed over to primary care. */
    B,
    /** The unit identifies and informs only. */
    C
}
