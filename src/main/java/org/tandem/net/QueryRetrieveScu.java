package org.tandem.net;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.AbortReason;
import org.tandem.net.pdu.AcceptedContext;
import org.tandem.net.pdu.ProposedContext;
import org.tandem.net.pdu.ProtocolViolation;
import org.tandem.net.pdu.Role;

/**
 * Asks an archive what it has, and for it, over one association that it opened (PS3.4 Annex C, role SCU). For one
 * thread. An {@link AssociationException} means that the association is over: open another.
 */
public final class QueryRetrieveScu implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(QueryRetrieveScu.class);
    private static final AtomicLong RETRIEVALS = new AtomicLong();

    private static final List<TransferSyntax> UNCOMPRESSED =
            List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);

    private final Peer peer;
    private final ScuOptions options;
    private final QueryRetrieveModel model;
    private final Requesting requesting;

    private QueryRetrieveScu(
            Peer peer, ScuOptions options, QueryRetrieveModel model, Collection<ProposedContext> proposed) {
        this.peer = peer;
        this.options = options;
        this.model = model;
        this.requesting = Requesting.open(peer, options, proposed);
    }

    /** Opens an association for {@link #find} and {@link #move}. */
    public static QueryRetrieveScu open(Peer peer, ScuOptions options, QueryRetrieveModel model) {
        return new QueryRetrieveScu(
                peer,
                options,
                model,
                List.of(
                        new ProposedContext(model.find(), UNCOMPRESSED),
                        new ProposedContext(model.move(), UNCOMPRESSED)));
    }

    /**
     * Opens an association for {@link #get}.
     *
     * @param storage classes that will come, the most important first: what does not fit into 128 contexts with all its
     *     transfer syntaxes is taken uncompressed only, or not at all
     */
    public static QueryRetrieveScu openToGet(
            Peer peer, ScuOptions options, QueryRetrieveModel model, Collection<Uid> storage) {
        List<ProposedContext> proposed = new ArrayList<>();
        proposed.add(new ProposedContext(model.get(), UNCOMPRESSED));
        storage.forEach(sopClass -> proposed.add(new ProposedContext(sopClass, UNCOMPRESSED, Role.SCP)));
        for (TransferSyntax syntax : TransferSyntaxes.all()) {
            if (ContextNegotiation.holdsWholeObject(syntax) && !UNCOMPRESSED.contains(syntax)) {
                storage.forEach(sopClass -> proposed.add(new ProposedContext(sopClass, List.of(syntax), Role.SCP)));
            }
        }
        return new QueryRetrieveScu(
                peer,
                options,
                model,
                proposed.stream().limit(ProposedContext.MAX_CONTEXTS).toList());
    }

    /**
     * Queries (C-FIND).
     *
     * @param match is given each match as it comes; answers whether it wants more, else the query is cancelled
     */
    public QueryStatus find(QueryKeys keys, Predicate<DataSet> match) {
        Optional<AcceptedContext> context = requesting.context(model.find());
        if (context.isEmpty()) {
            return QueryStatus.noAcceptedContext("C-FIND");
        }
        return requesting.run((association, messageId) -> exchange(association, context.get(), messageId)
                .run(
                        Commands.queryRequest(CommandField.C_FIND_RQ, messageId, model.find()),
                        keys.dataSet(),
                        new OnlyAnswers((command, found) -> found.isEmpty() || match.test(found))));
    }

    /**
     * Has the archive send what matches to a peer that it knows by this title (C-MOVE): often to our own node.
     *
     * @param progress is told with each response
     */
    public Retrieved move(QueryKeys keys, AeTitle destination, Consumer<SubOperations> progress) {
        Optional<AcceptedContext> context = requesting.context(model.move());
        if (context.isEmpty()) {
            return notPossible("C-MOVE");
        }
        return requesting.run((association, messageId) -> {
            Retrieval retrieval = new Retrieval(progress);
            QueryStatus status = exchange(association, context.get(), messageId)
                    .run(
                            Commands.moveRequest(messageId, model.move(), destination),
                            keys.dataSet(),
                            new OnlyAnswers(retrieval::answered));
            return retrieval.ended(status);
        });
    }

    /**
     * Fetches what matches over this association (C-GET): every instance goes to the handler, streamed, as if it had
     * been sent to us.
     *
     * @param progress is told with each response
     */
    public Retrieved get(QueryKeys keys, StoreHandler handler, Consumer<SubOperations> progress) {
        Optional<AcceptedContext> context = requesting.context(model.get());
        if (context.isEmpty()) {
            return notPossible("C-GET");
        }
        AssociationInfo info = new AssociationInfo(
                RETRIEVALS.decrementAndGet(), peer.aeTitle(), options.aeTitle(), peer.host()); // not those of the SCP
        boolean ended = false;
        try {
            Retrieved retrieved = requesting.run((association, messageId) -> {
                Retrieval retrieval = new Retrieval(progress);
                QueryStatus status = exchange(association, context.get(), messageId)
                        .run(
                                Commands.queryRequest(CommandField.C_GET_RQ, messageId, model.get()),
                                keys.dataSet(),
                                new Getting(association, handler, info, retrieval));
                return retrieval.ended(status);
            });
            ended = true;
            return retrieved;
        } finally {
            handler.associationEnded(info, ended);
        }
    }

    /** Releases the association, unless it is over already. */
    @Override
    public void close() {
        if (requesting.release()) {
            log.info("Association with {} released", peer);
        }
    }

    private QueryExchange exchange(RequestedAssociation association, AcceptedContext context, int messageId) {
        return new QueryExchange(
                association, context, messageId, options.timeouts().response());
    }

    private static Retrieved notPossible(String service) {
        return new Retrieved(QueryStatus.noAcceptedContext(service), SubOperations.NONE, List.of());
    }

    /** What the responses of a retrieval say, the last that says it. */
    private static final class Retrieval {

        private final Consumer<SubOperations> progress;
        private SubOperations last = SubOperations.NONE;
        private List<String> failed = List.of();

        private Retrieval(Consumer<SubOperations> progress) {
            this.progress = progress;
        }

        private boolean answered(DataSet command, DataSet identifier) {
            if (command.contains(Tag.NUMBER_OF_COMPLETED_SUBOPERATIONS)) {
                last = SubOperations.of(command);
                progress.accept(last);
            }
            failed = identifier.strings(Tag.FAILED_SOP_INSTANCE_UID_LIST);
            return true;
        }

        private Retrieved ended(QueryStatus status) {
            return new Retrieved(status, last, failed);
        }
    }

    /** For operations in which the peer asks nothing. */
    private record OnlyAnswers(Answers answers) implements QueryExchange.Listener {

        @FunctionalInterface
        private interface Answers {
            boolean answered(DataSet command, DataSet identifier);
        }

        @Override
        public boolean answered(DataSet command, DataSet identifier) {
            return answers.answered(command, identifier);
        }

        @Override
        public void asked(Message request) throws IOException {
            throw new ProtocolViolation(
                    AbortReason.SERVICE_USER,
                    String.format("command %04XH, expected a response to our own", request.field()));
        }
    }

    /**
     * Serves the requests to store that a C-GET brings about. Every context of a storage class was proposed for that;
     * an archive that forgets to answer the role is not punished.
     */
    private static final class Getting implements QueryExchange.Listener {

        private final RequestedAssociation association;
        private final StoreServices services;
        private final Retrieval retrieval;

        private Getting(
                RequestedAssociation association, StoreHandler handler, AssociationInfo info, Retrieval retrieval) {
            this.association = association;
            this.services = new StoreServices(handler, sopClass -> agreedOn(association, sopClass), info);
            this.retrieval = retrieval;
        }

        private static boolean agreedOn(RequestedAssociation association, Uid sopClass) {
            return SopClasses.isStorage(sopClass)
                    && association.contexts().stream()
                            .anyMatch(context -> context.abstractSyntax().equals(sopClass));
        }

        @Override
        public boolean answered(DataSet command, DataSet identifier) {
            return retrieval.answered(command, identifier);
        }

        @Override
        public void asked(Message request) throws IOException {
            services.serve(request, association.reader(), new Responses.OneResponse(association.writer()));
        }
    }
}
