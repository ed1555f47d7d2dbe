// Configuration of OHIF: one source of data, the Orthanc behind the same origin.
window.config = {
  name: 'Tandem results in OHIF',
  routerBasename: null,
  extensions: [],
  modes: [],
  customizationService: {
    // OHIF 3.13.2 fails on a whole report for one group without coordinates (what was not found, what is said of the
    // study as a whole): "Cannot read properties of undefined (reading 'ReferencedSOPSequence')". Such a group gets none.
    onBeforeSRAddMeasurement: {
      $set: ({ measurement }) => {
        if (measurement.coords.length === 0) {
          measurement.coords.push({});
        }
        return measurement;
      },
    },
  },
  showStudyList: true,
  maxNumberOfWebWorkers: 2,
  showWarningMessageForCrossOrigin: false,
  showCPUFallbackMessage: true,
  showLoadingIndicator: true,
  strictZSpacingForVolumeViewport: true,
  investigationalUseDialog: { option: 'never' },
  defaultDataSourceName: 'dicomweb',
  dataSources: [
    {
      namespace: '@ohif/extension-default.dataSourcesModule.dicomweb',
      sourceName: 'dicomweb',
      configuration: {
        friendlyName: 'Orthanc',
        name: 'orthanc',
        wadoUriRoot: '/dicom-web',
        qidoRoot: '/dicom-web',
        wadoRoot: '/dicom-web',
        qidoSupportsIncludeField: false,
        imageRendering: 'wadors',
        thumbnailRendering: 'wadors',
        enableStudyLazyLoad: true,
        supportsFuzzyMatching: false,
        supportsWildcard: true,
        dicomUploadEnabled: false,
        omitQuotationForMultipartRequest: true, // Orthanc refuses type="application/dicom" in quotes
        bulkDataURI: { enabled: true },
      },
    },
  ],
};
